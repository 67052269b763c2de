package org.aftercare.systems;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aftercare.engine.RemoteCallBudget;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What protects this product from slow, dead and overloaded systems, and those from it. */
class GuardsTest {

  private static final int TIME_LIMIT_MILLIS = 200;
  private static final Set<String> PATIENT = Set.of("accounting", "billing", "contracts");
  private static final String FILED = "{\"filingId\": \"F-1\"}";

  @RegisterExtension
  static final ConnectedAdapters adapters =
      new ConnectedAdapters(
          Stream.concat(
                  ConnectedAdapters.SYSTEMS.stream()
                      .filter(system -> !PATIENT.contains(system))
                      .map(system -> system + ".timeout=" + TIME_LIMIT_MILLIS + "ms"),
                  Stream.of(
                      "accounting.timeout=30s",
                      "accounting.max-concurrent-calls=1",
                      "billing.timeout=4s",
                      // Nothing listens there.
                      "contracts.url=http://localhost:1/contracts",
                      "guards.queueing=10ms",
                      "guards.read-pause=5ms",
                      "guards.minimum-calls=4",
                      "guards.last-calls=4",
                      // The test says when a circuit is tried again.
                      "guards.open-for=10m"))
              .toArray(String[]::new));

  static Stream<PortCall> hurriedCalls() {
    return PortCall.all().stream().filter(call -> !PATIENT.contains(call.system()));
  }

  @ParameterizedTest
  @MethodSource("hurriedCalls")
  void doesNotWaitForASystemThatIsTenTimesTooSlow(PortCall call) {
    answer(okJson("{}").withFixedDelay(10 * TIME_LIMIT_MILLIS));

    assertThatThrownBy(() -> call.make(adapters))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessageStartingWith(call.system() + ": ")
        .hasMessageEndingWith("no answer within 200 ms");
    // Fewer, if this machine was itself too slow for a request to leave in time.
    assertThat(adapters.partner().getAllServeEvents()).hasSizeLessThanOrEqualTo(tries(call));
  }

  @ParameterizedTest
  @MethodSource("hurriedCalls")
  void asksOnceMoreButNeverChangesTwice(PortCall call) {
    answer(serviceUnavailable());

    assertThatThrownBy(() -> call.make(adapters)).isInstanceOf(SystemUnavailableException.class);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(adapters.partner().getAllServeEvents()).hasSize(tries(call)));
  }

  private static int tries(PortCall call) {
    return call.contract().operation(call.operation()).changes() ? 1 : 2;
  }

  @Test
  void doesNotWaitForAnAnswerThatOnlyDrips() {
    answer(okJson(FILED).withChunkedDribbleDelay(20, 100 * TIME_LIMIT_MILLIS));
    Instant before = Instant.now(Clock.systemUTC());

    assertThatThrownBy(
            () ->
                adapters
                    .get(Crm.class)
                    .fileOutcome(PortCall.KEY, new Crm.Outcome("C-1", "W-1", "f", "o")))
        .isInstanceOf(SystemUnavailableException.class);

    assertThat(Duration.between(before, Instant.now(Clock.systemUTC())))
        .isLessThan(Duration.ofMillis(50L * TIME_LIMIT_MILLIS));
  }

  @Test
  void saysThatNobodyListens() {
    assertThatThrownBy(() -> adapters.get(Contracts.class).findExtension("k"))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessage("contracts: extend guarantee: cannot be reached");
  }

  @Test
  void sparesASystemThatKeepsFailing() {
    Billing billing = adapters.get(Billing.class);
    answer(aResponse().withStatus(500));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> billing.findRefund("k")).hasMessageContaining("status 500");
    }
    int asked = adapters.partner().getAllServeEvents().size();

    assertThatThrownBy(() -> billing.findRefund("k"))
        .isInstanceOf(SystemSparedException.class)
        .hasMessage("billing: refund: not called, because too many of the last calls failed");

    assertThat(adapters.partner().getAllServeEvents()).hasSize(asked);
  }

  @Test
  void sparesOnlyTheOneThatFails() {
    circuit("billing").transitionToOpenState();
    answer(okJson("{\"recoveryId\": \"REC-1\"}"));

    assertThat(adapters.get(Accounting.class).findRecovery("k")).isPresent();
  }

  @Test
  void comesBackWhenTheSystemDoes() {
    circuit("billing").transitionToOpenState();
    circuit("billing").transitionToHalfOpenState();
    answer(okJson("{\"refundId\": \"RF-1\"}"));

    for (int i = 0; i < 3; i++) {
      assertThat(adapters.get(Billing.class).findRefund("k")).isPresent();
    }

    assertThat(circuit("billing").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void takesRefusalsAndEmptyAnswersForAnswers() {
    Billing billing = adapters.get(Billing.class);
    for (int i = 0; i < 5; i++) {
      answer(aResponse().withStatus(404));
      assertThat(billing.findRefund("k")).isEmpty();
      answer(
          aResponse()
              .withStatus(409)
              .withHeader("Content-Type", "application/problem+json")
              .withBody("{\"code\": \"NO_ACCOUNT\"}"));
      assertThatThrownBy(() -> billing.findRefund("k")).isInstanceOf(SystemRefusalException.class);
    }

    assertThat(circuit("billing").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    assertThat(circuit("billing").getMetrics().getNumberOfFailedCalls()).isZero();
  }

  @Test
  void doesNotOverrunASystem() {
    Accounting accounting = adapters.get(Accounting.class);
    answer(okJson("{\"recoveryId\": \"REC-1\"}").withFixedDelay(2000));
    Bulkhead places = adapters.get(BulkheadRegistry.class).bulkhead("systems-accounting");
    CompletableFuture<?> first =
        CompletableFuture.supplyAsync(() -> accounting.findRecovery("first"));
    Awaitility.await().until(() -> places.getMetrics().getAvailableConcurrentCalls() == 0);

    assertThatThrownBy(() -> accounting.findRecovery("second"))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessage("accounting: recover cost: not called, because too many calls are under way");

    assertThat(first.join()).isNotNull();
    assertThat(circuit("accounting").getMetrics().getNumberOfFailedCalls()).isZero();
  }

  @Test
  void saysHowLongACallCanTakeAtWorst() {
    assertThat(adapters.all(RemoteCallBudget.class))
        .extracting(RemoteCallBudget::name)
        .containsExactlyInAnyOrderElementsOf(ConnectedAdapters.SYSTEMS);
    assertThat(adapters.all(RemoteCallBudget.class))
        .filteredOn(budget -> budget.name().equals("billing"))
        // Asking: two tries of 4 s, each after at most 10 ms in the queue, with 5 ms between them.
        // Then the call itself, after at most 10 ms once more.
        .allSatisfy(budget -> assertThat(budget.worstCase()).isEqualTo(Duration.ofMillis(12035)));
  }

  private static CircuitBreaker circuit(String system) {
    return adapters.get(CircuitBreakerRegistry.class).circuitBreaker("systems-" + system);
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    adapters.partner().resetAll();
    adapters.partner().stubFor(any(anyUrl()).willReturn(answer));
  }
}
