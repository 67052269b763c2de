package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RecordedFailureTest {

  @Test
  void whatAnExceptionVouchesForIsKept() {
    RecordedFailure recorded =
        RecordedFailure.of(new IllegalStateException("mail to astrid@x", new Unavailable()));

    assertThat(recorded).hasMessage("parts does not answer");
    assertThat(written(recorded))
        .contains("IllegalStateException", "Unavailable", "RecordedFailureTest")
        .doesNotContain("astrid", "Astrid");
  }

  @Test
  void whatNoExceptionExplainsIsItsTypeOnly() {
    RecordedFailure recorded =
        RecordedFailure.of(
            new RuntimeException("Astrid", new NumberFormatException("For input: Astrid")));

    assertThat(recorded).hasMessage("unexpected NumberFormatException");
    assertThat(written(recorded)).doesNotContain("Astrid");
  }

  @Test
  void aCircleOfCausesEnds() {
    RuntimeException one = new RuntimeException("one");
    one.initCause(new RuntimeException("two", one));

    assertThat(RecordedFailure.of(one)).hasMessage("unexpected RuntimeException");
  }

  private static String written(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
