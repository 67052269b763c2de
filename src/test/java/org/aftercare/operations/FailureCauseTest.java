package org.aftercare.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures of one kind have one cause, whatever case they happened to. */
class FailureCauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parts does not answer                       | parts does not answer",
        "billing: plan: answered with status 503     | billing: plan: answered with status 503",
        "invoice I-70001 of W-55Q6-QTSD is not known | invoice … of … is not known",
        "no row 17, 18, 19                           | no row …",
        "call 8c13bbc4-e67d-11f1-8dd9-02fc00000001 ended (2026-11-22T14:13:18Z) | call … ended (…)",
        "unknown address astrid@example.org          | unknown address …",
        "the name \"Astrid Lindqvist\" is refused    | the name … is refused",
        "unexpected IllegalStateException            | unexpected IllegalStateException",
        "`  `                                        | stopped by hand"
      })
  void keepsWhatIsTheSameForMany(String message, String cause) {
    assertThat(FailureCause.of(message)).isEqualTo(cause);
  }

  @Test
  void aStepThatAPersonStoppedHasNoMessage() {
    assertThat(FailureCause.of(null)).isEqualTo("stopped by hand");
  }

  @Test
  void isNoLongerThanALine() {
    assertThat(FailureCause.of("word ".repeat(100))).hasSize(200).endsWith("…");
  }

  @Test
  void aKeyTellsProcessStepAndCauseApart() {
    assertThat(FailureCause.key("repair", "ReservePart", "parts does not answer"))
        .isEqualTo(FailureCause.key("repair", "ReservePart", "parts does not answer"))
        .isNotEqualTo(FailureCause.key("repair", "ReservePart", "parts refuses"))
        .isNotEqualTo(FailureCause.key("loaner", "ReservePart", "parts does not answer"))
        .matches("[0-9a-f]{16}");
  }
}
