package org.aftercare.api;

import java.util.List;

/**
 * A request that is well formed, but whose content cannot be accepted. Use cases throw it; over
 * HTTP it becomes a 422 that names every field at fault.
 */
public class InvalidRequestException extends RuntimeException {

  private final List<FieldProblem> problems;

  /** At least one problem. */
  public InvalidRequestException(List<FieldProblem> problems) {
    super("The request has %d problems".formatted(problems.size()));
    this.problems = List.copyOf(problems);
  }

  /** One problem. */
  public InvalidRequestException(String field, String detail, String remedy) {
    this(List.of(new FieldProblem(field, detail, remedy)));
  }

  /**
   * The customer that is named does not exist. Who may not act for a customer gets the very same,
   * and so does not learn whether there is one.
   */
  public static InvalidRequestException unknownCustomer() {
    return new InvalidRequestException(
        "/customerId", "There is no customer of that number.", "Check the number.");
  }

  /**
   * Refuses what has problems.
   *
   * @throws InvalidRequestException if there is any
   */
  public static void refuse(List<FieldProblem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidRequestException(problems);
    }
  }

  public List<FieldProblem> problems() {
    return problems;
  }
}
