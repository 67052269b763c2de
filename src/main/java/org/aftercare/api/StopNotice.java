package org.aftercare.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has a node that stops go on answering for a moment. Its readiness is down by then, but a proxy
 * learns of it only when it looks the next time, and until then sends requests that would fail.
 */
@Component
class StopNotice implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StopNotice.class);

  private final Duration notice;
  private volatile boolean running;

  /**
   * @param notice two looks of the proxy or more; nothing without a proxy, under 15 seconds
   */
  StopNotice(@Value("${aftercare.api.stop-notice:PT0S}") Duration notice) {
    this.notice = notice;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  /** Steps come to their end meanwhile; the web server stops in the phase after this one. */
  @Override
  public void stop(Runnable stopped) {
    stop();
    if (notice.isZero()) {
      stopped.run();
      return;
    }
    LOG.info("No longer ready. Requests are answered for {} more.", notice);
    CompletableFuture.delayedExecutor(notice.toMillis(), TimeUnit.MILLISECONDS).execute(stopped);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
