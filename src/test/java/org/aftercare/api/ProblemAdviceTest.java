package org.aftercare.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Faults that no request should bring about, but one day one will. */
class ProblemAdviceTest {

  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new Failing())
          .setControllerAdvice(new ProblemAdvice(262_144, "5MB", "6MB"))
          .build();

  @Test
  void anUnexpectedFaultTellsNothingOfTheInside() throws Exception {
    http.perform(get("/fails/unexpectedly"))
        .andExpect(status().isInternalServerError())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:aftercare:problem:internal-error"))
        .andExpect(content().string(not(containsString("secret"))))
        .andExpect(content().string(not(containsString("Exception"))));
  }

  @Test
  void aBusyDatabaseAsksToComeAgain() throws Exception {
    http.perform(get("/fails/busy"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(jsonPath("$.type").value("urn:aftercare:problem:busy"))
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void aStatusOfSpringsOwnIsKept() throws Exception {
    http.perform(get("/fails/gone"))
        .andExpect(status().isGone())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void aProblemIsToldAsItIs() throws Exception {
    http.perform(get("/fails/with-problem"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:aftercare:problem:case-closed"))
        .andExpect(jsonPath("$.title").value("Closed"))
        .andExpect(jsonPath("$.status").value(409))
        .andExpect(jsonPath("$.detail").value("It was closed."))
        .andExpect(jsonPath("$.instance").value("/fails/with-problem"))
        .andExpect(jsonPath("$.errors[0].field").value("/x"));
  }

  @RestController
  static class Failing {

    @GetMapping("/fails/{how}")
    Map<String, String> fail(@PathVariable String how) {
      throw switch (how) {
        case "busy" -> new CannotAcquireLockException("secret row");
        case "gone" -> new ResponseStatusException(HttpStatus.GONE, "secret reason");
        case "with-problem" ->
            new ProblemException(
                HttpStatus.CONFLICT,
                "case-closed",
                "Closed",
                "It was closed.",
                List.of(new FieldProblem("/x", "wrong", "right")));
        default -> new IllegalStateException("secret insides");
      };
    }
  }
}
