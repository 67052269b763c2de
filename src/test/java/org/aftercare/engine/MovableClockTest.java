package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MovableClockTest {

  private final Clock realTime = Clock.systemUTC();
  private JdbcClient jdbc;
  private MovableClock clock;

  @BeforeEach
  void started() {
    Map<String, Object> database = TestDatabases.empty(TestDatabase.Kind.H2);
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                (String) database.get("spring.datasource.url"),
                (String) database.get("spring.datasource.username"),
                (String) database.get("spring.datasource.password")));
    jdbc.sql("create table product_clock (id integer primary key, ahead_millis bigint not null)")
        .update();
    jdbc.sql("insert into product_clock (id, ahead_millis) values (1, 0)").update();
    clock = start();
  }

  @AfterEach
  void stopped() {
    clock.destroy();
    ClockUtil.reset();
  }

  @Test
  void itRunsWithRealTimeUntilItIsMoved() {
    assertThat(clock.instant()).isCloseTo(realTime.instant(), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void itMovesTheEngineAlong() {
    clock.forward(Duration.ofDays(1));
    clock.forward(Duration.ofHours(4));

    Duration ahead = Duration.ofHours(28);
    assertThat(clock.ahead()).isEqualTo(ahead);
    assertThat(clock.instant())
        .isCloseTo(realTime.instant().plus(ahead), within(2, ChronoUnit.SECONDS));
    assertThat(ClockUtil.getCurrentTime().toInstant())
        .isCloseTo(realTime.instant().plus(ahead), within(2, ChronoUnit.SECONDS));
    assertThat(clock.withZone(ZoneId.of("Europe/Oslo")).instant())
        .isCloseTo(clock.instant(), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void itStandsWhereItStoodAfterARestart() {
    clock.forward(Duration.ofDays(3));
    clock.destroy();

    clock = start();

    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void anotherNodeFollows() {
    MovableClock other = start();
    try {
      clock.forward(Duration.ofDays(2));

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(other.ahead()).isEqualTo(Duration.ofDays(2)));
    } finally {
      other.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-P1D", "P367D", "PT0.0001S"})
  void itGoesForwardOnlyAndNotTooFar(String step) {
    assertThatThrownBy(() -> clock.forward(Duration.parse(step)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.ahead()).isZero();
  }

  private MovableClock start() {
    MovableClock started = new MovableClock(jdbc);
    started.afterPropertiesSet();
    return started;
  }
}
