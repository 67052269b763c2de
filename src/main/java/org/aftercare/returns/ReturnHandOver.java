package org.aftercare.returns;

import java.util.Map;
import org.aftercare.cases.Cases;
import org.aftercare.cases.DefectIntake;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.returns.ProductReturn.Declaration;
import org.aftercare.returns.ProductReturn.Wish;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a return over to the flow that puts faults right, with all that the customer has said. */
@Service
class ReturnHandOver {

  private final Returns returns;
  private final DefectIntake defects;
  private final Cases cases;
  private final BusinessCalendar calendar;

  ReturnHandOver(Returns returns, DefectIntake defects, Cases cases, BusinessCalendar calendar) {
    this.returns = returns;
    this.defects = defects;
    this.cases = cases;
    this.calendar = calendar;
  }

  /** The same case goes on as a warranty claim; nobody asks the customer again. */
  @Transactional
  void toWarranty(String caseNumber) {
    ProductReturn of = returns.require(caseNumber);
    Declaration declared = of.declaration();
    returns.release(caseNumber);
    cases.record(caseNumber, "returns.handed-to-warranty", Map.of());
    defects.takeOver(
        new DefectIntake.Defect(
            caseNumber,
            of.customerId(),
            of.country(),
            of.orderNumber(),
            declared.serialNumbers().get(0),
            declared.symptom(),
            declared.noticedOn(),
            calendar.dateIn(of.country(), declared.noticeAt()),
            declared.wish() == Wish.EXCHANGE));
  }
}
