package org.aftercare.activation;

import java.util.List;
import org.aftercare.api.FieldProblem;

/** An order that cannot be taken as it was sent. */
class InvalidPlanOrderException extends RuntimeException {

  private final List<FieldProblem> problems;

  InvalidPlanOrderException(List<FieldProblem> problems) {
    super("The order has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
