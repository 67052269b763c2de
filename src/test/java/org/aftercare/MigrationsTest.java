package org.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes are upgraded one by one: what an older one needs is still there, or the file says so. */
class MigrationsTest {

  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "\\b(drop (table|column|index)|rename|alter column|set not null)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String SAID = "-- Stops older nodes:";

  /** Older than the rule. Flyway lets no file be changed that a database has seen. */
  private static final Set<String> BEFORE =
      Set.of(
          "V005__remote_call_steps.sql",
          "V034__notification_order.sql",
          "V072__deferral_claim.sql");

  @Test
  void whatTakesSomethingAwaySaysSo() throws IOException {
    List<Path> silent;
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      silent =
          files
              .filter(file -> !BEFORE.contains(file.getFileName().toString()))
              .filter(file -> TAKES_AWAY.matcher(text(file)).find() && !text(file).contains(SAID))
              .toList();
    }

    assertThat(silent).as("see 'Upgrade node by node' in the runbook").isEmpty();
  }

  @Test
  void theRuleKnowsOneWhenItSeesIt() throws IOException {
    for (String file : BEFORE) {
      assertThat(text(Path.of("src/main/resources/db/migration", file)))
          .containsPattern(TAKES_AWAY);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
