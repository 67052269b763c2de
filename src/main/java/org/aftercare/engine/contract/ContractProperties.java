package org.aftercare.engine.contract;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the guard at deployment is, and what is deployed by being saved. What the engine
 * itself would refuse is refused always.
 *
 * @param houseRules what becomes of a deployment whose models break only the product's own rules
 * @param watchedFolder where models are edited, such as {@code bpmn}: what is saved there is
 *     checked and deployed at once. For development; empty, or a folder that is not there at the
 *     start: nothing is watched
 */
@ConfigurationProperties("aftercare.contract")
record ContractProperties(
    @DefaultValue("refuse") Mode houseRules, @DefaultValue("") String watchedFolder) {

  enum Mode {
    /** Nothing of it is deployed. */
    REFUSE,
    /** It is deployed; the answer, the deployment in Cockpit and the log say what is wrong. */
    WARN;

    /** Whether a deployment about which this is said does not take place. */
    boolean refuses(List<Finding> findings) {
      return findings.stream()
          .anyMatch(finding -> finding.nature() == Finding.Nature.ENGINE || this == REFUSE);
    }
  }
}
