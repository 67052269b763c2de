package org.aftercare.sandbox;

/** A request that gets a problem as its answer and leaves nothing behind. */
class ProblemException extends RuntimeException {

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  static ProblemException notFound(String what) {
    return new ProblemException(Problem.of(404, "Not found", "There is no " + what + "."));
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(Problem.of(400, "Bad request", detail));
  }

  static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(409, "Conflict", detail));
  }

  static ProblemException unavailable(String detail) {
    return new ProblemException(Problem.of(503, "Unavailable", detail));
  }

  Problem problem() {
    return problem;
  }
}
