package org.aftercare.sandbox;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts the sandbox beside the product in the same JVM. It is the only class of the sandbox in the
 * product's context. It starts before anything that might call another system, and stops after.
 */
@Component
@ConditionalOnProperty(name = "aftercare.sandbox.enabled", havingValue = "true")
class SandboxLauncher implements SmartLifecycle {

  /** Before the web server and the job executor, which start in late phases. */
  private static final int PHASE = Integer.MIN_VALUE + 1000;

  private final Environment environment;
  private SandboxServer server;

  SandboxLauncher(Environment environment) {
    this.environment = environment;
  }

  @Override
  public synchronized void start() {
    Map<String, Object> properties = new TreeMap<>();
    hand("aftercare.sandbox", properties);
    hand("aftercare.callbacks", properties);
    server = SandboxServer.start(properties);
  }

  /** The product's port may be a free one that is known only when its server listens. */
  @EventListener
  synchronized void productListens(WebServerInitializedEvent event) {
    boolean management = "management".equals(event.getApplicationContext().getServerNamespace());
    if (server != null && !management) {
      server.productUrl("http://localhost:" + event.getWebServer().getPort());
    }
  }

  /** The product's clock may have been moved in an earlier life. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void productIsReady() {
    if (server != null) {
      server.followProductClock();
    }
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void hand(String prefix, Map<String, Object> to) {
    Binder.get(environment)
        .bind(prefix, Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach((name, content) -> to.put(prefix + "." + name, content));
  }
}
