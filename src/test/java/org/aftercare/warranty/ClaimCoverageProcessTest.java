package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Map;
import org.aftercare.cases.ServiceCase;
import org.aftercare.warranty.ClaimCoverage.CoverageFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCoverageProcessTest extends ProcessTest {

  @AfterAll
  void everyElementWasEntered() {
    assertThat(missed("claim-coverage")).isEmpty();
  }

  private void decide(CoverageFacts facts) {
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(facts);
    start("claim-coverage", Map.of("misuseFound", false));
  }

  @Test
  void coversWithoutAPerson() {
    decide(COVERED);
    endedAt("CoverageGranted");
    assertThat(told).containsExactly("warranty.covered");
    verify(cases).endDeadline(caseNumber(), "coverage");
  }

  @Test
  void fallsBackOnTheCommercialGuarantee() {
    decide(new CoverageFacts("SE", LocalDate.of(2019, 6, 1), 80, 3, true, true, false, 0));
    endedAt("CoverageGranted");
  }

  @Test
  void asksForEvidenceWhereNobodyKnowsTheDayOfDelivery() {
    decide(new CoverageFacts("SE", LocalDate.of(2025, 6, 1), null, 3, true, false, false, 0));
    assertThat(told).containsExactly("warranty.evidence-needed");
  }

  @Test
  void startsTheCoverageClock() {
    decide(BURDEN_ON_CONSUMER);
    verify(cases)
        .startDeadline(eq(caseNumber()), eq("coverage"), org.mockito.ArgumentMatchers.any());
  }

  @Test
  void coversWhatTheCustomerShows() {
    decide(BURDEN_ON_CONSUMER);
    assertThat(told).containsExactly("warranty.evidence-needed");
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    verify(cases).pauseDeadlines(caseNumber());
    message("EvidenceProvided");
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
    complete("AssessEvidence", "claims", "evidence", "CONVINCING");
    endedAt("CoverageGranted");
    assertThat(told).endsWith("warranty.covered");
  }

  @Test
  void refusesWhatTheEvidenceDoesNotShow() {
    decide(BURDEN_ON_CONSUMER);
    message("EvidenceProvided");
    complete("AssessEvidence", "claims", "evidence", "NOT_CONVINCING");
    assertThat(told).endsWith("warranty.rejected");
    waitsAt("AwaitAppeal");
  }

  @Test
  void refusesWhenNoEvidenceComes() {
    decide(BURDEN_ON_CONSUMER);
    timeIsUp("EvidenceOverdue");
    assertThat(told).endsWith("warranty.rejected");
  }

  @Test
  void showsGoodwillThatTheDepartmentHeadApproves() {
    decide(JUST_OUT_OF_PERIOD);
    complete("DecideGoodwill", "claims", "goodwill", "GOODWILL");
    complete("ApproveGoodwill", "department-heads", "goodwillApproval", "GOODWILL");
    endedAt("CoverageGranted");
  }

  @Test
  void refusesGoodwillThatTheDepartmentHeadDoesNotApprove() {
    decide(JUST_OUT_OF_PERIOD);
    complete("DecideGoodwill", "claims", "goodwill", "GOODWILL");
    complete("ApproveGoodwill", "department-heads", "goodwillApproval", "REJECTED");
    assertThat(told).containsExactly("warranty.rejected");
  }

  @ParameterizedTest
  @CsvSource({"PAID,CustomerPays", "REFERRED,Referred"})
  void offersAnotherWayInsteadOfGoodwill(String decision, String end) {
    decide(JUST_OUT_OF_PERIOD);
    complete("DecideGoodwill", "claims", "goodwill", decision);
    endedAt(end);
    assertThat(told).doesNotContain("warranty.covered");
  }

  @Test
  void refusesWithoutGoodwill() {
    decide(JUST_OUT_OF_PERIOD);
    complete("DecideGoodwill", "claims", "goodwill", "REJECTED");
    assertThat(told).containsExactly("warranty.rejected");
  }

  @Test
  void silenceOfTheDecidersAcceptsTheClaim() {
    decide(JUST_OUT_OF_PERIOD);
    timeIsUp("AnswerPeriodOver");
    endedAt("CoverageGranted");
    assertThat(told).containsExactly("warranty.covered");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("DecideGoodwill").count()).isZero();
  }

  @Test
  void anAutomatedRefusalEndsAfterThirtyDaysWithoutAWord() {
    decide(LONG_OUT_OF_PERIOD);
    assertThat(told).containsExactly("warranty.rejected");
    assertThat(status()).isEqualTo(ServiceCase.Status.WAITING_FOR_CUSTOMER);
    timeIsUp("AppealOverdue");
    endedAt("NotAppealed");
    assertThat(status()).isEqualTo(ServiceCase.Status.OPEN);
  }

  @Test
  void misuseIsRefusedWithItsReasonAndMayBeReviewed() {
    decide(new CoverageFacts("SE", LocalDate.of(2025, 9, 1), 14, 3, true, false, true, 0));
    assertThat(told).containsExactly("warranty.rejected");
    message("AppealLodged");
    complete("ReviewRejection", "contracts", "review", "REJECTED");
    endedAt("Rejected");
    assertThat(told).endsWith("warranty.complaint-board");
  }

  @ParameterizedTest
  @CsvSource({"COVERED,CoverageGranted", "PAID,CustomerPays", "REFERRED,Referred"})
  void aPersonMayOverturnTheRefusal(String review, String end) {
    decide(LONG_OUT_OF_PERIOD);
    message("AppealLodged");
    complete("ReviewRejection", "contracts", "review", review);
    endedAt(end);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void handsFoundMisuseToTheUseCase(boolean misuseFound) {
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(COVERED);
    start("claim-coverage", Map.of("misuseFound", misuseFound));
    verify(coverage).facts(caseNumber(), misuseFound);
  }
}
