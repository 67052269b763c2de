package org.aftercare.warranty;

import java.util.List;
import org.aftercare.api.FieldProblem;

/** A claim that cannot be opened as it was sent. */
class InvalidClaimException extends RuntimeException {

  private final List<FieldProblem> problems;

  InvalidClaimException(List<FieldProblem> problems) {
    super("The claim has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
