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
    WorkLoop loop = planning;
    planning = null;
    if (loop != null) {
      loop.close();
    }
    List<WorkLoop> delivering = new ArrayList<>(channels.values());
    channels.clear();
    delivering.forEach(WorkLoop::close);
  }

  @Override
  public boolean isRunning() {
    return planning != null;
  }
}
