package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopNoticeTest {

  private final CountDownLatch stopped = new CountDownLatch(1);

  @Test
  void withoutAProxyNothingIsWaitedFor() {
    StopNotice notice = new StopNotice(Duration.ZERO);
    notice.start();

    notice.stop(stopped::countDown);

    assertThat(notice.isRunning()).isFalse();
    assertThat(stopped.getCount()).isZero();
  }

  @Test
  void theWebServerStopsOnlyAfterTheNoticeAndNothingElseWaitsForIt() throws Exception {
    StopNotice notice = new StopNotice(Duration.ofMillis(300));
    notice.start();
    long began = System.nanoTime();

    notice.stop(stopped::countDown);

    assertThat(stopped.getCount()).isEqualTo(1);
    assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(300), Duration.ofSeconds(50));
  }
}
