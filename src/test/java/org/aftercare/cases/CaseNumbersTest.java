package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumbersTest {

  private final CaseNumbers numbers = new CaseNumbers();

  @Test
  void areEasyToReadAloudAndCannotBeMistaken() {
    assertThat(IntStream.range(0, 500).mapToObj(i -> numbers.next("W")))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("W-[2-9B-Z]{4}-[2-9B-Z]{4}"))
        .noneMatch(number -> number.matches(".*[01OILUAE].*"));
  }

  @Test
  void parseBackToThemselves() {
    String number = numbers.next("W");

    assertThat(CaseNumbers.parse(number)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W-7K3M-2QPX",
        "w-7k3m-2qpx",
        " W 7K3M 2QPX ",
        "w7k3m2qpx",
        "W–7K3M–2QPX",
        "W 7K 3M 2Q PX"
      })
  void areReadAsPeopleTypeThem(String typed) {
    assertThat(CaseNumbers.parse(typed)).contains("W-7K3M-2QPX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "W",
        "W-7K3M-2QP",
        "W-7K3M-2QPXX",
        "7-7K3M-2QPX",
        "W-0K3M-2QPX",
        "W-7K3M-2QP1",
        "W-7K3M-2QPX'; drop table service_case; --"
      })
  void nothingElseIsANumber(String typed) {
    assertThat(CaseNumbers.parse(typed)).isEmpty();
  }

  @Test
  void nullIsNoNumber() {
    assertThat(CaseNumbers.parse(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "w", "WW", "1", "Å"})
  void aPrefixIsOneLetter(String prefix) {
    assertThatThrownBy(() -> numbers.next(prefix)).isInstanceOf(IllegalArgumentException.class);
  }
}
