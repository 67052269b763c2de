package org.aftercare.returns;

import java.util.List;
import org.aftercare.api.FieldProblem;

/** A withdrawal that cannot be declared as it was sent. */
class InvalidReturnException extends RuntimeException {

  private final List<FieldProblem> problems;

  InvalidReturnException(List<FieldProblem> problems) {
    super("The withdrawal has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  InvalidReturnException(String field, String detail, String remedy) {
    this(List.of(new FieldProblem(field, detail, remedy)));
  }

  List<FieldProblem> problems() {
    return problems;
  }
}
