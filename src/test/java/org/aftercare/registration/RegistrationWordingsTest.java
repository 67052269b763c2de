package org.aftercare.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.aftercare.testing.WordingsTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wording exists in every language, and names only what is known where it is told. */
class RegistrationWordingsTest extends WordingsTestBase {

  private static final Set<String> ALWAYS =
      Set.of("caseNumber", "product", "serialNumber", "proof");

  private static final Map<String, Set<String>> KNOWN_THEN =
      Map.of(
          "registration.confirmed", Set.of("legalUntil"),
          "registration.confirmed-commercial", Set.of("legalUntil", "commercialUntil"));

  RegistrationWordingsTest() {
    super("registration");
  }

  @Test
  void nameOnlyFactsThatEveryRegistrationHasOrThatAreKnownByThen() {
    nameOnly(
        template -> {
          Set<String> known = new HashSet<>(ALWAYS);
          known.addAll(KNOWN_THEN.getOrDefault(template, Set.of()));
          return known;
        });
  }

  /** Nobody is to think that a right depends on registering. */
  @ParameterizedTest
  @ValueSource(strings = {"received", "not-accepted", "cancelled"})
  void sayThatRightsByLawStayAsTheyAre(String template) {
    assertThat(words().getProperty("registration." + template + ".text")).contains("rights by law");
  }

  /** A claim finds a purchase by the serial number only if the registration knows its order. */
  @Test
  void callForAReceiptWhereNoOrderIsKnown() {
    Properties english = words();
    for (String template : Set.of("confirmed", "confirmed-commercial")) {
      assertThat(english.getProperty("registration." + template + ".text"))
          .contains("{proof}")
          .doesNotContain("receipt");
    }
    assertThat(english.getProperty("registration.proof.ORDER")).contains("no receipt");
    assertThat(english.getProperty("registration.proof.RECEIPT")).contains("keep your receipt");
  }

  @Test
  void nameWhoDidIt() {
    for (ProductRegistration.DoneBy doneBy : ProductRegistration.DoneBy.values()) {
      assertThat(words()).containsKey("registration.fact.done-by." + doneBy);
    }
  }
}
