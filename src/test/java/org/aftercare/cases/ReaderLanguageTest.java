package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | sv",
        "sv-SE,sv;q=0.9,en;q=0.8 | sv",
        "en-GB | en",
        "en;q=0.5, pl;q=0.9 | pl",
        "fi, da;q=0.8, en;q=0.5 | da",
        "nn-NO | nb",
        "no | nb",
        "sv;q=0, nb | nb"
      })
  void isTheFirstThatTheProductSpeaks(String header, String language) {
    assertThat(ReaderLanguage.of(header)).contains(Locale.forLanguageTag(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "fi", "*", "de-DE,de;q=0.9", "<script>", "sv;q=loud", ";;;"})
  void isOpenWhenNothingFits(String header) {
    assertThat(ReaderLanguage.of(header)).isEmpty();
  }

  @Test
  void isOpenWithoutAHeaderOrWithAnAbsurdOne() {
    assertThat(ReaderLanguage.of(null)).isEmpty();
    assertThat(ReaderLanguage.of("sv,".repeat(500))).isEmpty();
  }
}
