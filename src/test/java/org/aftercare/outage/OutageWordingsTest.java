package org.aftercare.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Every piece of news has words in every language, and they name only what is known then. */
class OutageWordingsTest extends WordingsTestBase {

  private static final Set<String> ALWAYS = Set.of("service", "cause", "startedAt");

  /** What operations are told. */
  private static final String NEWS_DUE = "outage.news-due";

  OutageWordingsTest() {
    super("outage");
  }

  /** News are told by the use case, with or without an expected end, and not by the models. */
  @Override
  protected Set<String> templates() {
    Set<String> templates = new TreeSet<>(Set.of(NEWS_DUE));
    for (News news : News.values()) {
      templates.addAll(List.of(news.template(true), news.template(false)));
    }
    return templates;
  }

  @Override
  protected boolean toCustomers(String template) {
    return !template.equals(NEWS_DUE);
  }

  @Test
  void nameOnlyWhatIsKnown() {
    nameOnly(
        template -> {
          Set<String> known = new TreeSet<>(ALWAYS);
          for (News news : News.values()) {
            if (template.equals(news.template(true)) && !template.equals(news.template(false))) {
              known.add("expectedEndAt");
            }
          }
          if (template.equals(News.ENDED.template(true))) {
            known.add("endedAt");
          }
          if (template.equals(NEWS_DUE)) {
            known.addAll(Set.of("caseNumber", "affected"));
          }
          return known;
        });
  }

  @Test
  void nameEveryCause() {
    Stream.of(Cause.values())
        .forEach(cause -> assertThat(words()).containsKey("outage.cause." + cause));
  }

  @Test
  void knowEveryServiceOfTheSandbox() throws IOException {
    Properties english = words();
    try (Stream<String> lines =
        new String(
                new ClassPathResource("sandbox/data/connections.csv")
                    .getInputStream()
                    .readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()) {
      assertThat(
              lines
                  .filter(line -> !line.startsWith("#"))
                  .map(line -> line.split(";")[0])
                  .distinct())
          .allSatisfy(service -> assertThat(english).containsKey("outage.service." + service));
    }
  }
}
