package org.aftercare.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.aftercare.engine.EngineBacklog.Waiting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What operations watches of the engine. The figures are read every few seconds and not when
 * somebody scrapes, so that a scrape costs nothing. Each node reports what the common database
 * holds: take the largest, not the sum.
 */
@Component
class EngineMeters {

  private final EngineFigures figures;
  private final DeadLetters deadLetters;
  private final MultiGauge openTasks;
  private final MultiGauge overdueTasks;
  private final AtomicReference<Reading> last = new AtomicReference<>(Reading.NOTHING);

  private record Reading(
      Waiting jobs,
      long failingJobs,
      long incidents,
      Duration longestOverdue,
      Waiting messages,
      long deadLetters,
      Duration clockAhead) {

    private static final Reading NOTHING =
        new Reading(
            new Waiting(0, Duration.ZERO),
            0,
            0,
            Duration.ZERO,
            new Waiting(0, Duration.ZERO),
            0,
            Duration.ZERO);
  }

  EngineMeters(EngineFigures figures, DeadLetters deadLetters, MeterRegistry registry) {
    this.figures = figures;
    this.deadLetters = deadLetters;
    this.openTasks =
        MultiGauge.builder("aftercare.tasks.open")
            .description("Tasks that wait for people, by group")
            .register(registry);
    this.overdueTasks =
        MultiGauge.builder("aftercare.tasks.overdue")
            .description("Tasks past their due date, by group")
            .register(registry);
    gauge(registry, "aftercare.jobs.due", "Jobs that could run now", r -> r.jobs().count());
    seconds(
        registry,
        "aftercare.jobs.lag",
        "How long the job that is due longest has been due",
        r -> r.jobs().lag());
    gauge(
        registry,
        "aftercare.jobs.failing",
        "Jobs that have failed and are tried again",
        Reading::failingJobs);
    gauge(
        registry, "aftercare.incidents", "Incidents that wait for operations", Reading::incidents);
    seconds(
        registry,
        "aftercare.tasks.longest.overdue",
        "How long the task that is overdue longest has been overdue",
        Reading::longestOverdue);
    gauge(
        registry,
        "aftercare.inbox.due",
        "Partners' messages that are due to be handed to a process",
        r -> r.messages().count());
    seconds(
        registry,
        "aftercare.inbox.lag",
        "How long the partner's message that is due longest has been due",
        r -> r.messages().lag());
    gauge(
        registry,
        "aftercare.inbox.dead",
        "Partners' messages that nobody awaits, or that keep failing",
        Reading::deadLetters);
    seconds(
        registry,
        "aftercare.database.clock.ahead",
        "How far the database's clock is ahead of this node's",
        Reading::clockAhead);
  }

  /** A figure of the last reading. */
  @FunctionalInterface
  private interface Figure<T> {
    T of(Reading reading);
  }

  private void gauge(MeterRegistry registry, String name, String description, Figure<Long> figure) {
    Gauge.builder(name, () -> figure.of(last.get())).description(description).register(registry);
  }

  private void seconds(
      MeterRegistry registry, String name, String description, Figure<Duration> figure) {
    Gauge.builder(name, () -> figure.of(last.get()).toMillis() / 1000.0)
        .description(description)
        .baseUnit("seconds")
        .register(registry);
  }

  /** Reads all figures anew. */
  @Scheduled(fixedDelayString = "${aftercare.engine.meters-interval:PT15S}")
  void read() {
    last.set(
        new Reading(
            figures.dueJobs(),
            figures.failingJobs(),
            figures.incidents(),
            figures.longestOverdueTask(),
            figures.dueMessages(),
            deadLetters.count(),
            figures.databaseClockAhead()));
    var tasks = figures.tasks();
    openTasks.register(
        tasks.stream()
            .map(of -> MultiGauge.Row.of(Tags.of("group", of.group()), of.open()))
            .toList(),
        true);
    overdueTasks.register(
        tasks.stream()
            .map(of -> MultiGauge.Row.of(Tags.of("group", of.group()), of.overdue()))
            .toList(),
        true);
  }
}
