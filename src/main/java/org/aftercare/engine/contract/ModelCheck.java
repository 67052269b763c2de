package org.aftercare.engine.contract;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The model contract as a command, without a server: {@code check bpmn/} prints what a deployment
 * of these files onto the newest release would be told.
 */
@NamedInterface("model-check")
public final class ModelCheck {

  /** Nothing is wrong. */
  static final int CLEAN = 0;

  /** Only house rules are broken. */
  static final int HOUSE_RULES_BROKEN = 1;

  /** The engine itself would refuse something, or there was nothing to check. */
  static final int REFUSED = 2;

  private final PrintStream out;

  /**
   * @param out where findings are printed
   */
  public ModelCheck(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks the models in files and folders, whatever else these hold.
   *
   * @param paths files, and folders with all that is below them
   * @return 0 if nothing is wrong, 1 if only house rules are broken, 2 if the engine itself would
   *     refuse a model, or if there is none
   */
  public int run(List<String> paths) {
    NamedFiles files = NamedFiles.read(paths);
    List<Finding> findings = new ArrayList<>(files.unread());
    if (!files.models().isEmpty()) {
      findings.addAll(
          new ModelContract()
              .checkChange(files.models(), ProductVocabulary.read(), new ReleasedModels()));
    }
    findings.forEach(finding -> out.println(finding.describe()));
    if (files.models().isEmpty() && findings.isEmpty()) {
      out.println("No models to check. Name files or folders with .bpmn, .dmn and .form files.");
      return REFUSED;
    }
    out.println(
        "%d files checked: %s."
            .formatted(
                files.models().size(),
                findings.isEmpty() ? "nothing is wrong" : FindingsReport.summary(findings)));
    if (findings.stream().anyMatch(finding -> finding.nature() == Finding.Nature.ENGINE)) {
      return REFUSED;
    }
    return findings.isEmpty() ? CLEAN : HOUSE_RULES_BROKEN;
  }
}
