package org.aftercare.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.Contact;
import org.aftercare.systems.RemoteSteps;

/** What surrounds a flow, in memory: other systems, cases, commitments, time. */
public class FakeOffice {

  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  public static final StepKey STEP = new StepKey("pi", "Step", 1);

  public final FakeCompany company = new FakeCompany();
  public final Map<String, ServiceCase> opened = new LinkedHashMap<>();
  public final List<String> events = new ArrayList<>();
  public final Map<String, String> notes = new HashMap<>();
  public final Commitments commitments = new InMemoryCommitments();
  public final Cases cases = new RecordingCases();
  public final BusinessCalendar calendar = new WeekdaysInUtc();
  public final RemoteSteps remote = new RemoteSteps(company.calls);
  public final Contact contact = new Contact(company.customers);

  public Instant now = NOW;

  public final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }
      };

  public List<String> commitmentsOf(String caseNumber, Kind kind) {
    return commitments.of(caseNumber).stream()
        .filter(made -> made.kind() == kind)
        .map(made -> made.reference() + " " + made.state())
        .toList();
  }

  /** A case of a flow, without a process. */
  public String open(String flow) {
    return cases
        .open(new Cases.NewCase("X", flow, FakeCompany.ASTRID, "SE", ServiceCase.Channel.API))
        .caseNumber();
  }

  private static final class InMemoryCommitments implements Commitments {
    private final List<Commitment> all = new ArrayList<>();

    @Override
    public Commitment add(Commitment made) {
      long before =
          of(made.caseNumber()).stream().filter(other -> other.kind() == made.kind()).count();
      Commitment kept = made.withOrdinal(Math.toIntExact(before) + 1);
      all.add(kept);
      return kept;
    }

    @Override
    public void reschedule(Commitment changed) {
      change(
          changed,
          made -> true,
          made ->
              made.expectedOn(changed.expectedOn()).between(changed.startsAt(), changed.endsAt()));
    }

    @Override
    public void markDone(Commitment made) {
      change(made, Commitment::stands, Commitment::done);
    }

    @Override
    public boolean takeBack(Commitment made) {
      return change(made, kept -> kept.stands() && !kept.hasLeft(), Commitment::takenBack);
    }

    @Override
    public boolean leave(Commitment transport, Instant at) {
      return change(transport, kept -> !kept.hasLeft(), kept -> kept.leftAt(at));
    }

    @Override
    public boolean standAgain(Commitment transport) {
      return change(
          transport, kept -> kept.state() == Commitment.State.TAKEN_BACK, Commitment::standing);
    }

    private boolean change(
        Commitment of, Predicate<Commitment> condition, UnaryOperator<Commitment> change) {
      boolean changed = false;
      for (int i = 0; i < all.size(); i++) {
        Commitment kept = all.get(i);
        if (kept.caseNumber().equals(of.caseNumber())
            && kept.kind() == of.kind()
            && kept.ordinal() == of.ordinal()
            && condition.test(kept)) {
          all.set(i, change.apply(kept));
          changed = true;
        }
      }
      return changed;
    }

    @Override
    public List<Commitment> of(String caseNumber) {
      return all.stream().filter(made -> made.caseNumber().equals(caseNumber)).toList();
    }
  }

  private final class RecordingCases implements Cases {
    @Override
    public boolean askForPerson(String caseNumber) {
      return true;
    }

    @Override
    public ServiceCase open(NewCase newCase) {
      ServiceCase of =
          new ServiceCase(
              "W-TEST-%04d".formatted(opened.size() + 1),
              newCase.flow(),
              newCase.customerId(),
              newCase.country(),
              newCase.channel(),
              ServiceCase.Status.OPEN,
              null,
              now,
              null);
      opened.put(of.caseNumber(), of);
      return of;
    }

    @Override
    public Optional<ServiceCase> find(String caseNumber) {
      return Optional.ofNullable(opened.get(caseNumber));
    }

    @Override
    public void record(String caseNumber, String event, Map<String, String> facts) {
      events.add(event);
    }

    @Override
    public void note(String caseNumber, String author, String about, String text) {
      notes.put(about, text);
    }

    @Override
    public Page search(String customerId, ServiceCase.Status status, int page, int size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void status(String caseNumber, ServiceCase.Status status) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void country(String caseNumber, String country) {
      opened.computeIfPresent(
          caseNumber,
          (number, of) ->
              new ServiceCase(
                  number,
                  of.flow(),
                  of.customerId(),
                  country,
                  of.channel(),
                  of.status(),
                  of.outcome(),
                  of.openedAt(),
                  of.closedAt()));
    }

    @Override
    public void flow(String caseNumber, String flow) {
      opened.computeIfPresent(
          caseNumber,
          (number, of) ->
              new ServiceCase(
                  number,
                  flow,
                  of.customerId(),
                  of.country(),
                  of.channel(),
                  of.status(),
                  of.outcome(),
                  of.openedAt(),
                  of.closedAt()));
    }

    @Override
    public void close(String caseNumber, String outcome) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<TimelineEntry> timeline(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Note> notes(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void startDeadline(String caseNumber, String name, Instant due) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void endDeadline(String caseNumber, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void pauseDeadlines(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void resumeDeadlines(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitsCustomer(String caseNumber) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Deadline> deadlines(String caseNumber) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class WeekdaysInUtc implements BusinessCalendar {
    @Override
    public Instant plusOpeningHours(String country, Instant from, Duration openingTime) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant plusBusinessDays(String country, Instant from, int days) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LocalDate businessDayOnOrAfter(String country, LocalDate day) {
      return switch (day.getDayOfWeek()) {
        case SATURDAY -> day.plusDays(2);
        case SUNDAY -> day.plusDays(1);
        default -> day;
      };
    }

    @Override
    public Duration openingTimeBetween(String country, Instant from, Instant to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LocalDate dateIn(String country, Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }
}
