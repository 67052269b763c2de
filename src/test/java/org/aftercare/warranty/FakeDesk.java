package org.aftercare.warranty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.StepKey;
import org.aftercare.warranty.Commitment.Kind;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;

/** The warranty module's own surroundings in memory: cases, claims, commitments, time. */
final class FakeDesk {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final StepKey STEP = new StepKey("pi", "Step", 1);

  final FakeCompany company = new FakeCompany();
  final Map<String, ServiceCase> opened = new LinkedHashMap<>();
  final List<String> events = new ArrayList<>();
  final Map<String, String> notes = new HashMap<>();
  final List<String> started = new ArrayList<>();
  final Claims claims = new InMemoryClaims();
  final Commitments commitments = new InMemoryCommitments();
  final Cases cases = new RecordingCases();
  final BusinessCalendar calendar = new WeekdaysInUtc();
  final RemoteSteps remote = new RemoteSteps(company.calls);
  final Contact contact = new Contact(company.customers);
  Instant now = NOW;

  final Clock clock =
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
        public Clock withZone(java.time.ZoneId zone) {
          throw new UnsupportedOperationException();
        }
      };

  final WarrantyClaims intake =
      new WarrantyClaims(
          claims,
          cases,
          company.customers,
          company.orders,
          new WarrantyProcess(null) {
            @Override
            void start(String caseNumber, String country, boolean factsKnown) {
              started.add(country + (factsKnown ? " known" : " to be looked up"));
            }
          },
          calendar,
          clock,
          new WarrantyProperties("SE", "shipper"));

  static NewClaim claim() {
    return new NewClaim(
        FakeCompany.ASTRID,
        FakeCompany.ORDER,
        FakeCompany.SERIAL,
        Symptom.NOT_COOLING,
        "It hums but stays warm.",
        LocalDate.of(2026, 11, 20),
        Cause.UNKNOWN,
        false,
        Wish.NONE,
        ServiceCase.Channel.API,
        null);
  }

  static NewClaim claim(String orderNumber, String serialNumber) {
    NewClaim claim = claim();
    return new NewClaim(
        claim.customerId(),
        orderNumber,
        serialNumber,
        claim.symptom(),
        claim.description(),
        claim.noticedOn(),
        claim.cause(),
        claim.dangerous(),
        claim.wish(),
        claim.channel(),
        claim.proof());
  }

  static NewClaim claim(LocalDate noticedOn, Cause cause, boolean dangerous, Wish wish) {
    NewClaim claim = claim();
    return new NewClaim(
        claim.customerId(),
        claim.orderNumber(),
        claim.serialNumber(),
        claim.symptom(),
        claim.description(),
        noticedOn,
        cause,
        dangerous,
        wish,
        claim.channel(),
        claim.proof());
  }

  /** A claim whose customer and purchase were found as it was opened. */
  String openCase() {
    return open(claim()).caseNumber();
  }

  ServiceCase open(NewClaim claim) {
    return intake.open(claim, intake.lookUp(claim));
  }

  /** One whose repair has been estimated too. */
  String openEstimatedCase() {
    String caseNumber = openCase();
    remedy().estimate(caseNumber);
    return caseNumber;
  }

  ClaimRemedy remedy() {
    return new ClaimRemedy(
        claims, commitments, company.parts, company.billing, remote, cases, clock);
  }

  List<String> commitmentsOf(String caseNumber, Kind kind) {
    return commitments.of(caseNumber).stream()
        .filter(made -> made.kind() == kind)
        .map(made -> made.reference() + " " + made.state())
        .toList();
  }

  private static final class InMemoryClaims implements Claims {
    private final Map<String, WarrantyClaim> byCase = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    @Override
    public void add(WarrantyClaim claim) {
      byCase.put(claim.caseNumber(), claim);
    }

    @Override
    public void change(WarrantyClaim claim) {
      byCase.put(claim.caseNumber(), claim);
    }

    @Override
    public Optional<WarrantyClaim> find(String caseNumber) {
      return Optional.ofNullable(byCase.get(caseNumber));
    }

    @Override
    public boolean take(String serialNumber, String caseNumber) {
      return taken.computeIfAbsent(serialNumber, free -> caseNumber).equals(caseNumber);
    }

    @Override
    public Optional<String> holder(String serialNumber) {
      return Optional.ofNullable(taken.get(serialNumber));
    }

    @Override
    public void release(String caseNumber) {
      taken.values().removeAll(Collections.singleton(caseNumber));
    }
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
    public void change(Commitment changed) {
      all.replaceAll(
          made ->
              made.caseNumber().equals(changed.caseNumber())
                      && made.kind() == changed.kind()
                      && made.ordinal() == changed.ordinal()
                  ? changed
                  : made);
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
