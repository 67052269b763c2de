package org.aftercare.deferral;

import java.util.List;
import org.aftercare.api.FieldProblem;

/** A request that cannot be opened as it was sent. */
class InvalidDeferralException extends RuntimeException {

  private final List<FieldProblem> problems;

  InvalidDeferralException(List<FieldProblem> problems) {
    super("The request has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
