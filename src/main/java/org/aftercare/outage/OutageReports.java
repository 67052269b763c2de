package org.aftercare.outage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.ProblemException;
import org.aftercare.cases.CaseNumbers;
import org.aftercare.notifications.Wordings;
import org.aftercare.outage.Outage.Cause;
import org.aftercare.outage.Outage.Place;
import org.aftercare.outage.Outage.State;
import org.aftercare.systems.Crm;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is reported of outages: that there is one, what is new of it, how it ended. */
@Service
class OutageReports {

  private static final Logger log = LoggerFactory.getLogger(OutageReports.class);
  private static final String PREFIX = "O";
  private static final int TRIES = 20;

  private final Outages outages;
  private final OutageProcess process;
  private final Crm crm;
  private final CaseNumbers numbers = new CaseNumbers();
  private final Wordings wordings;
  private final OutageProperties properties;
  private final Clock clock;

  OutageReports(
      Outages outages,
      OutageProcess process,
      Crm crm,
      Wordings wordings,
      OutageProperties properties,
      Clock clock) {
    this.outages = outages;
    this.process = process;
    this.crm = crm;
    this.wordings = wordings;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Checks a report. Outside any transaction: it asks the customer register whether there is such a
   * service. While the register does not answer, the report is taken in all the same.
   *
   * @throws ProblemException 422 if it cannot be accepted as it is
   */
  @Transactional(propagation = Propagation.NEVER)
  OutageReport checked(OutageReport report) {
    refuse(report.problems(properties.countries(), clock.instant()));
    Place place = report.place();
    if (!wordings.has("outage.service." + place.service())) {
      throw ProblemException.invalid(
          "/service",
          "The message bundles have no words for this service.",
          "Send the code of a service that they know, or add outage.service.<code> to them.");
    }
    try {
      if (crm.served(place.service(), place.country(), place.area(), null, 1).isEmpty()) {
        throw ProblemException.invalid(
            "/service",
            "The customer register knows no service of this code.",
            "Send the service's code as the register has it.");
      }
    } catch (SystemUnavailableException e) {
      log.warn("An outage is taken in although {} does not answer", e.system());
    }
    return report;
  }

  /**
   * Opens an outage and starts its process, which goes on by itself.
   *
   * @throws ProblemException 409 if one of the service is open there, so that nobody is told twice
   */
  @Transactional
  Outage open(OutageReport report, String reportedBy) {
    outages
        .overlapping(report.place())
        .ifPresent(
            open -> {
              throw ProblemException.conflict(
                  "outage-known",
                  "The outage is known",
                  "Outage %s of this service is open there. Send what is new as an update of it."
                      .formatted(open));
            });
    for (int i = 0; i < TRIES; i++) {
      Outage outage =
          new Outage(
              numbers.next(PREFIX),
              report.place(),
              report.cause(),
              report.origin(),
              report.startedAt(),
              report.expectedEndAt(),
              null,
              State.OPEN,
              reportedBy,
              clock.instant(),
              0,
              0,
              0,
              0,
              null);
      if (outages.add(outage)) {
        process.start(outage);
        log.info("Outage {} opened", outage.number());
        return outage;
      }
    }
    throw new IllegalStateException("No free number was found in %d tries".formatted(TRIES));
  }

  /** The number as it is stored, from how a person types it. */
  @Transactional(readOnly = true)
  Optional<Outage> find(String number) {
    return CaseNumbers.parse(number).flatMap(outages::find);
  }

  /**
   * Takes in what is new of an open outage.
   *
   * @param cause {@code null} if nothing is new of it
   * @param expectedEndAt {@code null} if nobody knows
   * @param id of this piece of news
   * @throws ProblemException 409 if it is not open any more, 422 for an end that cannot be
   */
  @Transactional
  Outage update(String number, Cause cause, Instant expectedEndAt, String id) {
    Outage now = requireOpen(number);
    refuse(OutageReport.end("/expectedEndAt", expectedEndAt, clock.instant()));
    return change(
        changed(now, cause == null ? now.cause() : cause, expectedEndAt, null, State.OPEN),
        OutageProcess.UPDATED,
        id);
  }

  /**
   * The service works again.
   *
   * @param endedAt {@code null} for now
   * @throws ProblemException 409 if it is not open any more, 422 for an end that cannot be
   */
  @Transactional
  Outage allClear(String number, Instant endedAt, String id) {
    Outage now = requireOpen(number);
    Instant end = endedAt == null ? clock.instant() : endedAt;
    if (end.isAfter(clock.instant()) || end.isBefore(now.startedAt())) {
      throw ProblemException.invalid(
          "/endedAt",
          "The outage ended between its beginning, %s, and now, %s."
              .formatted(now.startedAt(), clock.instant()),
          "Send a time between the two, or leave it out if it is over now.");
    }
    return change(
        changed(now, now.cause(), now.expectedEndAt(), end, State.ENDED), OutageProcess.ENDED, id);
  }

  /**
   * There was no outage, or not there: whoever was told of it is told so, with an apology.
   *
   * @throws ProblemException 409 if it is not open any more
   */
  @Transactional
  Outage withdraw(String number, String id) {
    Outage now = requireOpen(number);
    return change(
        changed(now, now.cause(), now.expectedEndAt(), null, State.WITHDRAWN),
        OutageProcess.WITHDRAWN,
        id);
  }

  private Outage change(Outage changed, String message, String id) {
    outages.change(changed);
    process.tell(changed.number(), message, id);
    log.info("Outage {}: {}", changed.number(), message);
    return changed;
  }

  private Outage requireOpen(String number) {
    Outage found = outages.lock(number);
    if (found.state() != State.OPEN) {
      throw ProblemException.conflict(
          "outage-over",
          "The outage is over",
          "Outage %s is %s; nothing new can be said of it."
              .formatted(
                  number,
                  switch (found.state()) {
                    case ENDED -> "over since its all-clear";
                    case WITHDRAWN -> "withdrawn";
                    default -> "closed, and nobody was told of it";
                  }));
    }
    return found;
  }

  private static Outage changed(
      Outage of, Cause cause, Instant expectedEndAt, Instant endedAt, State state) {
    return new Outage(
        of.number(),
        of.place(),
        cause,
        of.origin(),
        of.startedAt(),
        expectedEndAt,
        endedAt,
        state,
        of.reportedBy(),
        of.reportedAt(),
        of.affected(),
        of.told(),
        of.contacts(),
        of.news(),
        of.closedAt());
  }

  private static void refuse(List<FieldProblem> problems) {
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }
}
