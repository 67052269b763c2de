package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aftercare.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class JdbcRemoteCallsTest {

  @Autowired RemoteCalls calls;
  @Autowired Partner partner;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;

  private final StepKey step = new StepKey(UUID.randomUUID().toString(), "ReservePart", 1);

  @BeforeEach
  void freshPartner() {
    partner.reset();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void theSameStepTwiceHasOneEffectAndOneAnswer() {
    Partner.Reservation first = once();
    Partner.Reservation second = once();

    assertThat(second).isEqualTo(first);
    assertThat(partner.calls()).containsExactly(step.idempotencyKey());
    assertThat(partner.questions()).isEmpty();
  }

  @Test
  void theOutcomeOutlivesARollbackOfTheStep() {
    transaction.executeWithoutResult(
        tx -> {
          once();
          tx.setRollbackOnly();
        });

    once();

    assertThat(partner.calls()).hasSize(1);
  }

  @Test
  void theAttemptIsCommittedBeforeTheCall() {
    transaction.executeWithoutResult(
        tx ->
            calls.once(
                step,
                String.class,
                key -> {
                  assertThat(stateSeenFromOutside()).isEqualTo("STARTED");
                  return "done";
                },
                key -> java.util.Optional.empty()));

    assertThat(state()).isEqualTo("ANSWERED");
  }

  @Test
  void anotherBusinessAttemptIsAnotherEffect() {
    once();
    calls.once(
        new StepKey(step.processInstanceId(), step.activityId(), 2),
        Partner.Reservation.class,
        partner::reserve,
        partner::find);

    assertThat(partner.effects()).isEqualTo(2);
  }

  @Test
  void aLostReplyIsResolvedByAskingNotByCallingAgain() {
    partner.failsAfter(Unavailable::new);
    assertThatThrownBy(this::once).isInstanceOf(Unavailable.class);
    partner.works();

    Partner.Reservation answer = once();

    assertThat(answer.id()).isEqualTo("R-1");
    assertThat(partner.calls()).hasSize(1);
    assertThat(partner.questions()).containsExactly(step.idempotencyKey());
  }

  @Test
  void aCallThatNeverArrivedIsMadeAgainAfterAsking() {
    partner.failsBefore(Unavailable::new);
    assertThatThrownBy(this::once).isInstanceOf(Unavailable.class);
    partner.works();

    once();

    assertThat(partner.questions()).hasSize(1);
    assertThat(partner.calls()).hasSize(2);
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void aFailureOfThePartnerIsNoLostStartHoweverOften() {
    partner.failsBefore(Unavailable::new);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(this::once).isInstanceOf(Unavailable.class);
    }
    assertThat(lostStarts()).isZero();
  }

  @Test
  void aProcessThatEndedAfterTheEffectIsHealedByAsking() {
    partner.reserve(step.idempotencyKey());
    leftBehind(1, Duration.ofSeconds(-1));

    once();

    assertThat(partner.effects()).isEqualTo(1);
    assertThat(partner.calls()).hasSize(1);
    assertThat(state()).isEqualTo("ANSWERED");
  }

  @Test
  void whileAnotherNodeHoldsTheStepNothingIsCalledOrAsked() {
    leftBehind(1, Duration.ofSeconds(30));

    assertThatThrownBy(this::once).isInstanceOf(StepInProgressException.class);

    assertThat(partner.calls()).isEmpty();
    assertThat(partner.questions()).isEmpty();
  }

  @Test
  void theProductsClockDoesNotEndAHold() {
    leftBehind(1, Duration.ofSeconds(30));
    clock.forward(Duration.ofDays(3));

    assertThatThrownBy(this::once).isInstanceOf(StepInProgressException.class);
  }

  @Test
  void aStepThatKeepsKillingTheProcessStopsAndStartsAfreshWhenAPersonRetriesIt() {
    leftBehind(3, Duration.ofSeconds(-1));

    assertThatThrownBy(this::once)
        .isInstanceOf(StepKilledProcessException.class)
        .hasMessageContaining("ReservePart")
        .hasMessageContaining("3 times");
    assertThat(partner.calls()).isEmpty();

    once();
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void twoLostStartsAreNotYetTooMany() {
    leftBehind(2, Duration.ofSeconds(-1));

    once();

    assertThat(partner.questions()).hasSize(1);
    assertThat(partner.effects()).isEqualTo(1);
  }

  @Test
  void aRefusalIsAnOutcomeAndComesBackUnchanged() {
    partner.failsBefore(() -> new Refused("parts", "SOLD_OUT"));
    Refused first = catchThrowableOfType(Refused.class, this::once);
    partner.works();

    Refused again = catchThrowableOfType(Refused.class, this::once);

    assertThat(again.system()).isEqualTo(first.system()).isEqualTo("parts");
    assertThat(again.code()).isEqualTo(first.code()).isEqualTo("SOLD_OUT");
    assertThat(again).hasMessage(first.getMessage());
    assertThat(partner.calls()).hasSize(1);
    assertThat(partner.questions()).isEmpty();
  }

  @Test
  void aRefusalDoesNotSpoilTheCallersTransaction() {
    partner.failsBefore(() -> new Refused("parts", "SOLD_OUT"));

    transaction.executeWithoutResult(
        tx -> {
          assertThatThrownBy(this::once).isInstanceOf(Refused.class);
          assertThat(tx.isRollbackOnly()).isFalse();
        });
  }

  @Test
  void twoNodesAtTheSameStepCallOnce() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Partner.Reservation> slow =
          other.submit(
              () ->
                  calls.once(
                      step,
                      Partner.Reservation.class,
                      key -> {
                        inside.countDown();
                        await(goOn);
                        return partner.reserve(key);
                      },
                      partner::find));
      assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(this::once).isInstanceOf(StepInProgressException.class);
      goOn.countDown();

      assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(once());
      assertThat(partner.calls()).hasSize(1);
    } finally {
      goOn.countDown();
      other.shutdownNow();
    }
  }

  private Partner.Reservation once() {
    return calls.once(step, Partner.Reservation.class, partner::reserve, partner::find);
  }

  /** The row as a killed process leaves it. */
  private void leftBehind(int lostStarts, Duration holdLeft) {
    OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into remote_call
              (idempotency_key, step, activity_id, state, lost_starts, claim, claimed_until,
              first_at, last_at)
            values (:key, :step, :activity, 'STARTED', :lost, 'gone', :until, :now, :now)
            """)
        .param("key", step.idempotencyKey())
        .param("step", step.step())
        .param("activity", step.activityId())
        .param("lost", lostStarts)
        .param("until", now.plus(holdLeft))
        .param("now", now)
        .update();
  }

  private String state() {
    return jdbc.sql("select state from remote_call where idempotency_key = :key")
        .param("key", step.idempotencyKey())
        .query(String.class)
        .single();
  }

  private String stateSeenFromOutside() {
    ExecutorService outside = Executors.newSingleThreadExecutor();
    try {
      return outside.submit(this::state).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      outside.shutdownNow();
    }
  }

  private int lostStarts() {
    return jdbc.sql("select lost_starts from remote_call where idempotency_key = :key")
        .param("key", step.idempotencyKey())
        .query(Integer.class)
        .single();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
