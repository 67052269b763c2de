package org.aftercare.registration;

import java.util.List;
import org.aftercare.api.FieldProblem;

/** A registration that cannot be taken as it was sent. */
class InvalidRegistrationException extends RuntimeException {

  private final List<FieldProblem> problems;

  InvalidRegistrationException(List<FieldProblem> problems) {
    super("The registration has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
