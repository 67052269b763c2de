package org.aftercare.returns;

import org.aftercare.engine.Step;
import org.aftercare.returns.ProductReturn.Grade;
import org.aftercare.returns.ReturnGrading.Inspection;

/** What the warehouse has entered into its form, read from the process. */
final class Inspections {

  private Inspections() {}

  static Inspection of(Step step) {
    return new Inspection(
        step.text("grade")
            .map(Grade::valueOf)
            .orElseThrow(() -> new IllegalStateException("The goods have no grade.")),
        step.text("missing").orElse(""),
        step.entered("lossPercent", 0),
        step.text("serialNumbers").filter("MATCH"::equals).isPresent(),
        step.text("accessories").filter("COMPLETE"::equals).isPresent(),
        step.entered("weightDeviation", 0));
  }
}
