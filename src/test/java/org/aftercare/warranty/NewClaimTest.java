package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aftercare.api.FieldProblem;
import org.aftercare.cases.ServiceCase.Channel;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong with a claim in itself is said at once, with its place and remedy. */
class NewClaimTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  void aCompleteClaimHasNoProblems() {
    assertThat(
            claim("C-1001", "O-50001", "NK-RF-300-0001", "It hums.\nLoudly.\t", DAY, null)
                .problems())
        .isEmpty();
  }

  @Test
  void anOrderNumberAndAProofAreNotNeeded() {
    assertThat(claim("C-1001", null, "S 1/2.a_b", "It hums.", DAY, null).problems()).isEmpty();
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    NewClaim empty =
        new NewClaim(
            null, null, null, null, null, null, Cause.UNKNOWN, false, Wish.NONE, Channel.API, null);

    assertThat(empty.problems())
        .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank())
        .extracting(FieldProblem::field)
        .containsExactly("/customerId", "/serialNumber", "/symptom", "/description", "/noticedOn");
  }

  static Stream<Arguments> wrong() {
    String tooLong = "x".repeat(4001);
    return Stream.of(
        Arguments.of("/customerId", claim("x".repeat(65), "O", "S", "d", DAY, null)),
        Arguments.of("/customerId", claim("C'; drop table", "O", "S", "d", DAY, null)),
        Arguments.of("/orderNumber", claim("C", "O\u0000", "S", "d", DAY, null)),
        Arguments.of("/orderNumber", claim("C", "../../x?y", "S", "d", DAY, null)),
        Arguments.of("/serialNumber", claim("C", "O", "<script>", "d", DAY, null)),
        Arguments.of("/serialNumber", claim("C", "O", "-1", "d", DAY, null)),
        Arguments.of("/description", claim("C", "O", "S", tooLong, DAY, null)),
        Arguments.of("/description", claim("C", "O", "S", " \n ", DAY, null)),
        Arguments.of("/description", claim("C", "O", "S", "a\u0000b", DAY, null)),
        Arguments.of("/description", claim("C", "O", "S", "x".repeat(10_000_000), DAY, null)),
        Arguments.of("/proof", claim("C", "O", "S", "d", DAY, tooLong)),
        Arguments.of("/noticedOn", claim("C", "O", "S", "d", LocalDate.of(1999, 12, 31), null)),
        Arguments.of("/noticedOn", claim("C", "O", "S", "d", LocalDate.MIN, null)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsNamed(String field, NewClaim claim) {
    List<FieldProblem> problems = claim.problems();

    assertThat(problems).extracting(FieldProblem::field).containsExactly(field);
    assertThat(problems.get(0).detail()).isNotBlank().hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4000})
  void aTextMayHaveUpToFourThousandCharacters(int length) {
    assertThat(claim("C", "O", "S", "x".repeat(length), DAY, "x".repeat(length)).problems())
        .isEmpty();
  }

  private static NewClaim claim(
      String customer, String order, String serial, String text, LocalDate noticed, String proof) {
    return new NewClaim(
        customer,
        order,
        serial,
        Symptom.NOISE,
        text,
        noticed,
        Cause.UNKNOWN,
        false,
        Wish.NONE,
        Channel.API,
        proof);
  }
}
