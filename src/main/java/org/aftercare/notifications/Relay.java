package org.aftercare.notifications;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Carries the outbox out of the house: one thread plans, one for each channel delivers, so that a
 * slow channel holds up no other. Any number of nodes may run it.
 */
class Relay implements RelaySignal, SmartLifecycle {

  private final Planner planner;
  private final DigestAssembler digests;
  private final List<Courier> couriers;
  private final NotificationsProperties.Relay settings;
  private final Map<Channel, WorkLoop> channels = new EnumMap<>(Channel.class);
  private volatile WorkLoop planning;

  Relay(
      Planner planner,
      DigestAssembler digests,
      List<Courier> couriers,
      NotificationsProperties properties) {
    this.planner = planner;
    this.digests = digests;
    this.couriers = List.copyOf(couriers);
    this.settings = properties.relay();
  }

  @Override
  public void outboxHasGrown() {
    WorkLoop loop = planning;
    if (loop != null) {
      loop.wake();
    }
  }

  @Override
  public synchronized void start() {
    if (!settings.enabled() || isRunning()) {
      return;
    }
    for (Courier courier : couriers) {
      channels.put(
          courier.channel(),
          new WorkLoop(
              "notify-" + courier.channel().name().toLowerCase(Locale.ROOT),
              settings.pollInterval(),
              courier::deliver));
    }
    planning = new WorkLoop("notify-plan", settings.pollInterval(), this::planAndWake);
  }

  private int planAndWake() {
    int worked = planner.plan() + digests.assemble();
    if (worked > 0) {
      channels.values().forEach(WorkLoop::wake);
    }
    return worked;
  }

  @Override
  public synchronized void stop() {
    List<WorkLoop> loops = new ArrayList<>(channels.values());
    if (planning != null) {
      loops.add(planning);
    }
    planning = null;
    channels.clear();
    // All are told before any is waited for, so that together they take as long as the slowest.
    loops.forEach(WorkLoop::beginNothingMore);
    loops.forEach(WorkLoop::close);
  }

  /** Beside the others that stop. */
  @Override
  public void stop(Runnable stopped) {
    Thread ending =
        new Thread(
            () -> {
              stop();
              stopped.run();
            },
            "notify-stop");
    ending.setDaemon(true);
    ending.start();
  }

  @Override
  public boolean isRunning() {
    return planning != null;
  }
}
