package org.aftercare.deferral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.deferral.PaymentDeferral.Wish;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.PassingFault;
import org.aftercare.systems.Answer;
import org.aftercare.systems.Receivables;
import org.aftercare.systems.Receivables.Receivable;
import org.aftercare.systems.SystemUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in: says beforehand what can be had, opens the case, reads the invoice. */
@Service
class PaymentDeferrals {

  private static final Logger log = LoggerFactory.getLogger(PaymentDeferrals.class);
  private static final String CASE_PREFIX = "D";

  private final Deferrals deferrals;
  private final Cases cases;
  private final Customers customers;
  private final Receivables receivables;
  private final DeferralRules rules;
  private final DeferralProcess process;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final DeferralProperties properties;

  PaymentDeferrals(
      Deferrals deferrals,
      Cases cases,
      Customers customers,
      Receivables receivables,
      DeferralRules rules,
      DeferralProcess process,
      BusinessCalendar calendar,
      Clock clock,
      DeferralProperties properties) {
    this.deferrals = deferrals;
    this.cases = cases;
    this.customers = customers;
    this.receivables = receivables;
    this.rules = rules;
    this.process = process;
    this.calendar = calendar;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * What can be had for an invoice, and at what cost, before anything is asked for.
   *
   * @return empty if there is no such invoice
   * @throws SystemUnavailableException if billing does not answer
   */
  @Transactional(propagation = Propagation.NEVER)
  Optional<Eligibility> eligibility(String invoiceNumber) {
    return receivables.receivable(invoiceNumber).map(this::eligibility);
  }

  private Eligibility eligibility(Receivable invoice) {
    LocalDate today = calendar.dateIn(invoice.country(), clock.instant());
    DeferralTerms terms = rules.terms(invoice.country(), today);
    // The least that anybody can ask for: what speaks against it speaks against everything.
    String finding =
        rules.finding(
            Considerations.of(
                invoice.country(), today, invoice, new Wish(null, 0, Circumstance.NONE), 1));
    return Eligibility.of(invoice, today, terms, finding, rules.decision(finding));
  }

  /**
   * Looks up what {@link #open} needs to know. Outside any transaction: it waits for two other
   * systems, and what it waits for must not be paid for in database connections. They are asked
   * side by side, for the customer waits for the longer of the two. While one does not answer, it
   * is passed over.
   *
   * @throws InvalidRequestException if the request cannot be accepted as it is
   */
  @Transactional(propagation = Propagation.NEVER)
  LookedUp lookUp(NewDeferral wanted) {
    InvalidRequestException.refuse(wanted.problems());
    CompletableFuture<Answer<Customer>> customer = customerOf(wanted);
    Answer<Receivable> invoice = Answer.ask(() -> receivables.receivable(wanted.invoiceNumber()));
    Answer<Customer> known = joined(customer);
    if (known.isNothing()) {
      throw InvalidRequestException.unknownCustomer();
    }
    if (invoice.isNothing()
        || invoice
            .found()
            .filter(found -> !found.customerId().equals(wanted.customerId()))
            .isPresent()) {
      throw new InvalidRequestException(
          List.of(
              new FieldProblem(
                  "/invoiceNumber",
                  "This customer has no invoice of that number.",
                  "Check the number; it stands on the invoice.")));
    }
    String country =
        invoice
            .found()
            .map(Receivable::country)
            .or(() -> known.found().map(Customer::country))
            .orElse(properties.homeCountry());
    LocalDate today = calendar.dateIn(country, clock.instant());
    InvalidRequestException.refuse(wanted.problems(today, invoice.thing()));
    return new LookedUp(country, invoice.thing());
  }

  private CompletableFuture<Answer<Customer>> customerOf(NewDeferral wanted) {
    Optional<Customer> stored = customers.find(wanted.customerId());
    return stored.isPresent()
        ? CompletableFuture.completedFuture(Answer.of(stored))
        : CompletableFuture.supplyAsync(
            () -> Answer.ask(() -> customers.lookUp(wanted.customerId())),
            task -> new Thread(task, "deferral-customer").start());
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Opens a case for a request and starts its process, which goes on by itself. What could not be
   * looked up is looked up later: a request is never lost.
   *
   * @param found what {@link #lookUp} found of it
   * @throws InvoiceTakenException if another open case of the customer is about the invoice
   */
  @Transactional
  ServiceCase open(NewDeferral wanted, LookedUp found) {
    deferrals
        .holder(wanted.invoiceNumber(), wanted.customerId())
        .ifPresent(
            other -> {
              throw new InvoiceTakenException(other);
            });
    LocalDate today = calendar.dateIn(found.country(), clock.instant());
    ServiceCase opened =
        cases.open(
            new Cases.NewCase(
                CASE_PREFIX,
                DeferralProcess.KEY,
                wanted.customerId(),
                found.country(),
                wanted.channel()));
    String caseNumber = opened.caseNumber();
    if (!deferrals.take(wanted.invoiceNumber(), wanted.customerId(), caseNumber)) {
      throw new InvoiceTakenException(
          deferrals.holder(wanted.invoiceNumber(), wanted.customerId()).orElse(null));
    }
    deferrals.add(
        new PaymentDeferral(
            caseNumber,
            wanted.customerId(),
            found.country(),
            wanted.invoiceNumber(),
            today,
            wanted.wish(),
            found.invoice(),
            null,
            null,
            null));
    if (wanted.text() != null && !wanted.text().isBlank()) {
      cases.note(caseNumber, "customer", "deferral", wanted.text());
    }
    boolean invoiceKnown = found.invoice() != null;
    process.start(caseNumber, found.country(), wanted.invoiceNumber(), invoiceKnown);
    log.info("Case {}: deferral asked for, invoice known: {}", caseNumber, invoiceKnown);
    return opened;
  }

  /**
   * Reads the invoice, again or for the first time. A billing system that does not answer for now
   * is no failure here: the case waits and asks again.
   *
   * @throws SystemUnavailableException if billing's fault does not pass by itself, so that somebody
   *     must look into it
   */
  @Transactional
  Reading read(String caseNumber) {
    PaymentDeferral deferral = deferrals.require(caseNumber);
    Optional<Receivable> own;
    try {
      own =
          receivables
              .receivable(deferral.invoiceNumber())
              .filter(found -> found.customerId().equals(deferral.customerId()));
    } catch (SystemUnavailableException e) {
      if (e instanceof PassingFault) {
        return Reading.NO_ANSWER;
      }
      throw e;
    }
    own.ifPresent(
        found -> {
          deferrals.change(deferral.with(found).in(found.country()));
          if (!found.country().equals(deferral.country())) {
            cases.country(caseNumber, found.country());
          }
        });
    return own.isPresent() ? Reading.FOUND : Reading.UNKNOWN;
  }

  @Transactional(readOnly = true)
  Considerations weigh(String caseNumber) {
    return deferrals.require(caseNumber).considerations();
  }

  /** What came of reading the invoice. */
  enum Reading {
    FOUND,
    /** There is none of that number, or it is somebody else's. */
    UNKNOWN,
    NO_ANSWER
  }

  /**
   * What is known of a request as it comes in.
   *
   * @param invoice {@code null} if billing did not answer
   */
  record LookedUp(String country, Receivable invoice) {}
}
