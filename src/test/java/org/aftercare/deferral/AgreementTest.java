package org.aftercare.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.aftercare.deferral.Agreement.Part;
import org.aftercare.deferral.Agreement.Progress;
import org.aftercare.systems.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

  private final Agreement plan = Agreement.inParts(DUE, sek("100.00"), 3, 50);

  @ParameterizedTest(name = "{0} in {1} parts within {2} days: {3}, every {5} days, at last {4}")
  @CsvSource({
    "100.00, 3, 50, 33.33, 33.34, 16",
    "100.00, 2, 50, 50.00, 50.00, 25",
    "0.03, 2, 50, 0.01, 0.02, 25",
    "100.00, 2, 90, 50.00, 50.00, 30",
    "99.99, 3, 90, 33.33, 33.33, 30"
  })
  void instalmentsAreEvenAndTheLastTakesTheRest(
      String whole, int parts, int limit, String first, String last, int apart) {
    Agreement of = Agreement.inParts(DUE, sek(whole), parts, limit);

    assertThat(of.parts()).hasSize(parts);
    assertThat(of.first()).isEqualTo(new Part(DUE.plusDays(apart), sek(first), false));
    assertThat(of.last()).isEqualTo(new Part(DUE.plusDays((long) apart * parts), sek(last), false));
    assertThat(of.last().dueOn()).isBeforeOrEqualTo(DUE.plusDays(limit));
    assertThat(of.kind()).isEqualTo(Agreement.Kind.INSTALMENTS);
  }

  @Test
  void whatIsPaidBeforeItIsBookedIsNotToBePaidAgain() {
    Agreement left = plan.over(sek("70.00"));

    assertThat(left.parts())
        .extracting(Part::dueOn)
        .containsExactlyElementsOf(plan.parts().stream().map(Part::dueOn).toList());
    assertThat(left.parts())
        .extracting(Part::amount)
        .containsExactly(sek("23.33"), sek("23.33"), sek("23.34"));
    assertThat(plan.over(sek("100.00"))).isEqualTo(plan);
  }

  @Test
  void timeToPayMovesOnlyWhatIsNotPaidAndComesBeforeItsEnd() {
    LocalDate first = plan.first().dueOn();
    LocalDate third = plan.last().dueOn();
    LocalDate until = third.minusDays(1);

    Agreement moved = plan.notBefore(until, sek("66.67"));

    assertThat(moved.parts()).extracting(Part::dueOn).containsExactly(first, until, third);
    assertThat(moved.parts())
        .extracting(Part::amount)
        .containsExactlyElementsOf(plan.parts().stream().map(Part::amount).toList());
    assertThat(plan.notBefore(until, sek("100.00")).parts())
        .extracting(Part::dueOn)
        .containsExactly(until, until, third);
    assertThat(plan.notBefore(third.plusDays(9), sek("0.00"))).isEqualTo(plan);
  }

  @Test
  void whatTwoPartsOweOnOneDayIsAskedForTogether() {
    LocalDate until = plan.last().dueOn().minusDays(1);
    Agreement moved = plan.notBefore(until, sek("100.00"));

    assertThat(moved.dueWith(moved.next(sek("100.00")).orElseThrow(), sek("100.00")))
        .isEqualTo(sek("66.66"));
  }

  @ParameterizedTest(name = "{0} left: part {1} is next, {2} with what is left of those before")
  @CsvSource({
    "100.00, 0, 33.33",
    "66.68, 0, 0.01",
    "66.67, 1, 33.33",
    "50.00, 1, 16.66",
    "33.34, 2, 33.34",
    "0.01, 2, 0.01"
  })
  void whatIsLeftSaysWhichPartIsNext(String left, int next, String due) {
    Part part = plan.next(sek(left)).orElseThrow();

    assertThat(part).isEqualTo(plan.parts().get(next));
    assertThat(plan.dueWith(part, sek(left))).isEqualTo(sek(due));
  }

  @Test
  void nothingIsNextOnceAllIsPaid() {
    assertThat(plan.next(sek("0.00"))).isEmpty();
    assertThat(plan.progress(sek("0.00"), LocalDate.MAX)).isEqualTo(Progress.PAID);
  }

  @ParameterizedTest(name = "{0} left when what was due until {1} days later has had its time: {2}")
  @CsvSource({
    "100.00, 15, ON_TRACK",
    "100.00, 16, MISSED",
    "66.68, 16, MISSED",
    "66.67, 16, ON_TRACK",
    "66.67, 32, MISSED",
    "33.34, 47, ON_TRACK",
    "33.34, 48, MISSED"
  })
  void aPartThatIsNotWhollyPaidInItsTimeIsMissed(String left, int days, Progress expected) {
    assertThat(plan.progress(sek(left), DUE.plusDays(days))).isEqualTo(expected);
  }

  @Test
  void remindsOfEachPartOnce() {
    Agreement reminded = plan.reminded(plan.first());

    assertThat(reminded.first().reminded()).isTrue();
    assertThat(reminded.last().reminded()).isFalse();
  }

  private static Money sek(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }
}
