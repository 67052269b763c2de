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
  void theWebServerWaitsForTheNoticeToPass() {
    StopNotice notice = new StopNotice(Duration.ofHours(1));
    notice.start();

    notice.stop(stopped::countDown);

    assertThat(notice.isRunning()).isFalse();
    assertThat(stopped.getCount()).isEqualTo(1);
  }

  @Test
  void theWebServerStopsAfterTheNotice() throws Exception {
    Duration length = Duration.ofMillis(300);
    StopNotice notice = new StopNotice(length);
    notice.start();
    long began = System.nanoTime();

    notice.stop(stopped::countDown);

    assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(length);
  }
}
