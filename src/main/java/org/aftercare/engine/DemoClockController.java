package org.aftercare.engine;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets somebody who tries the product out see next week today. Default profile only. */
@RestController
@Profile("default")
@RequestMapping("/api/demo/clock")
class DemoClockController {

  private final MovableClock clock;

  DemoClockController(MovableClock clock) {
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "What time it is for the product (demo only)")
  Position position() {
    return new Position(clock.instant(), clock.ahead());
  }

  @PostMapping("/forward")
  @Operation(summary = "Move the product's clock forward (demo only)")
  Position forward(@RequestBody Step step) {
    try {
      clock.forward(Duration.parse(step.duration() == null ? "" : step.duration()));
    } catch (DateTimeException | IllegalArgumentException e) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(
              HttpStatus.BAD_REQUEST,
              "duration must be an ISO 8601 duration above zero and at most P366D, such as P1D or PT4H");
      throw new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, e);
    }
    return position();
  }

  /**
   * @param duration ISO 8601, for example {@code P1D}
   */
  record Step(String duration) {}

  /**
   * @param now the product's time
   * @param ahead how far it stands ahead of real time
   */
  record Position(Instant now, Duration ahead) {}
}
