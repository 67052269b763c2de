package org.aftercare.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "sv, sv",
    "sv-SE, sv",
    "sv_SE, sv",
    "SV, sv",
    "da-DK, da",
    "nb, nb",
    "nb-NO, nb",
    "no, nb",
    "no-NO, nb",
    "nn, nb",
    "nn-NO, nb",
    "pl, pl",
    "pl-Latn-PL, pl"
  })
  void answersInTheLanguageAsked(String asked, String answered) {
    assertThat(Languages.negotiate(asked)).isEqualTo(Locale.forLanguageTag(answered));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "de", "fi", "svensk", "x-sv", "*", "sv;drop", "på svenska"})
  void answersInEnglishOtherwise(String asked) {
    assertThat(Languages.negotiate(asked)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void putsEnglishFirst() {
    assertThat(Languages.supported())
        .extracting(Locale::toLanguageTag)
        .containsExactly("en", "sv", "da", "nb", "pl");
  }
}
