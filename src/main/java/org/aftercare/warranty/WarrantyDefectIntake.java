package org.aftercare.warranty;

import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.cases.DefectIntake;
import org.aftercare.customers.Customers;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Report;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes cases of other flows over as warranty claims. The purchase is looked up by the process, as
 * for every claim whose facts could not be had at once: a handing over waits for no other system.
 */
@Component
class WarrantyDefectIntake implements DefectIntake {

  private static final Logger log = LoggerFactory.getLogger(WarrantyDefectIntake.class);

  private final Claims claims;
  private final Cases cases;
  private final Customers customers;
  private final WarrantyProcess process;

  WarrantyDefectIntake(Claims claims, Cases cases, Customers customers, WarrantyProcess process) {
    this.claims = claims;
    this.cases = cases;
    this.customers = customers;
    this.process = process;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeOver(Defect defect) {
    cases.flow(defect.caseNumber(), WarrantyProcess.KEY);
    claims.add(
        new WarrantyClaim(
            defect.caseNumber(),
            defect.customerId(),
            defect.country(),
            customers.find(defect.customerId()).isPresent(),
            defect.orderNumber(),
            defect.serialNumber(),
            new Report(
                Symptom.valueOf(defect.symptom()),
                Optional.ofNullable(defect.noticedOn()).orElse(defect.reportedOn()),
                defect.reportedOn(),
                Cause.UNKNOWN,
                false,
                defect.replacementWished() ? Wish.REPLACE : Wish.NONE),
            null,
            null));
    process.start(defect.caseNumber(), defect.country(), false);
    log.info("Case {}: taken over as a warranty claim", defect.caseNumber());
  }
}
