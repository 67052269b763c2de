package org.aftercare.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wording exists in every language, and names only what is known where it is told. */
class ActivationWordingsTest extends WordingsTestBase {

  private static final Set<String> ALWAYS = Set.of("caseNumber", "plan", "ordered", "startsOn");

  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.of(
          "activation.refused", Set.of("eligibility"),
          "activation.confirmed", Set.of("monthlyPrice"),
          "activation.taking-back", Set.of("failure"),
          "activation.not-possible", Set.of("failure"));

  ActivationWordingsTest() {
    super("activation");
  }

  @Test
  void nameOnlyFactsThatEveryOrderHasOrThatAreKnownByThen() {
    nameOnly(
        template -> {
          Set<String> known = new HashSet<>(ALWAYS);
          known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
          return known;
        });
  }

  /** What is ordered and what it costs, in a line each, before anything else. */
  @ParameterizedTest
  @MethodSource("languages")
  void theConfirmationBeginsWithWhatIsOrderedAndWhatItCosts(String language) {
    String[] lines = words(language).getProperty("activation.confirmed.text").split("\n");
    assertThat(lines[0]).contains("{plan}", "{startsOn}");
    assertThat(lines[1]).contains("{monthlyPrice}");
    assertThat(lines[2]).isEmpty();
  }

  /** No message but the last says that the service runs. */
  @Test
  void nothingIsPromisedBeforeItIsDone() {
    Properties english = words();
    for (String template : Set.of("received", "referred", "delayed")) {
      assertThat(english.getProperty("activation." + template + ".text"))
          .containsAnyOf("Nothing", "not complete");
    }
  }

  @Test
  void everyReasonOfTheTablesAndSystemsHasWords() {
    Properties english = words();
    Stream.of(
            "UNKNOWN_PLAN",
            "UNKNOWN_SUBSCRIPTION",
            "ALREADY_ORDERED",
            "ALREADY_ACTIVE",
            "NOT_AN_UPGRADE")
        .forEach(code -> assertThat(english).containsKey("activation.eligibility." + code));
    Stream.of("NOT_AVAILABLE", "NO_PAYMENT_METHOD", "NO_REVENUE_ACCOUNT", "NOT_DONE")
        .forEach(code -> assertThat(english).containsKey("activation.failure." + code));
    for (PlanOrder.Kind kind : PlanOrder.Kind.values()) {
      assertThat(english).containsKey("activation.ordered." + kind);
    }
    for (Effect.Part part : Effect.Part.values()) {
      assertThat(english).containsKey("timeline.part." + part);
      for (Effect.State state : Effect.State.values()) {
        assertThat(english)
            .containsKey(
                "activation.fact." + part.name().toLowerCase(java.util.Locale.ROOT) + "." + state);
      }
    }
    for (PlanOrder.GivenUp reason : PlanOrder.GivenUp.values()) {
      assertThat(english).containsKey("activation.fact.given-up." + reason);
    }
  }

  @Test
  void theRefusalOffersAReviewByAPerson() {
    assertThat(words().getProperty("activation.refused.text")).contains("person");
  }
}
