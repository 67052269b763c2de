package org.aftercare.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.ProblemException;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.AwaitedMessages;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.aftercare.notifications.FactType;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Wordings;
import org.aftercare.systems.Address;
import org.aftercare.systems.Crm.CustomerRecord;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases' API over its own tables, with recorders in place of the other modules. */
final class TestApi {

  static final String ASTRID = "C-1001";
  static final String BO = "C-1002";

  final MovableClock clock;
  final CasesDatabase database;
  final Cases cases;
  final List<InboundMessage> sent = new ArrayList<>();
  final List<Notice> told = new ArrayList<>();
  final List<Customers.Correction> corrections = new ArrayList<>();
  final Set<String> awaited = new HashSet<>();

  /** Counts how often the process has asked. */
  int round = 1;

  final List<String> tasks = new ArrayList<>();
  boolean mayCancel = true;
  Caller caller = new Caller.Customer(ASTRID);
  final CasesController controller;

  TestApi(MovableClock clock) {
    this.clock = clock;
    this.database = new CasesDatabase(clock);
    this.cases = database.cases;
    CasePhotos photos = new JdbcCasePhotos(database.jdbc, clock);
    CustomerOptions options = new CustomerOptions(List.of(new Flow()));
    AwaitedMessages awaitedMessages =
        new AwaitedMessages() {
          @Override
          public Set<String> of(String caseNumber) {
            return Set.copyOf(awaited);
          }

          @Override
          public Optional<String> wait(String caseNumber, String message) {
            return awaited.contains(message)
                ? Optional.of(message + " " + round)
                : Optional.empty();
          }
        };
    Customers customers = new OneCustomer();
    CaseCommands commands =
        new CaseCommands(
            cases,
            options,
            photos,
            new Surveys(database.jdbc, clock, database.published::add),
            customers,
            new Recorder(),
            (caseNumber, country) -> tasks.add(caseNumber),
            awaitedMessages,
            new ToldRecorder(),
            clock);
    this.controller =
        new CasesController(
            cases,
            new CaseViews(
                new TimelineWording(cases, new BundleWordings()),
                options,
                photos,
                commands,
                awaitedMessages),
            commands,
            photos,
            customers,
            new FixedCaller(),
            new OnceInMemory());
  }

  List<String> events(String caseNumber) {
    return cases.timeline(caseNumber).stream().map(Cases.TimelineEntry::event).toList();
  }

  private final class Flow implements CaseFlow {
    @Override
    public String flow() {
      return "warranty-claim";
    }

    @Override
    public Map<String, String> facts(String caseNumber) {
      return Map.of();
    }

    @Override
    public boolean asksHowItWent(String outcome) {
      return !outcome.equals("DUPLICATE");
    }

    @Override
    public boolean mayCancel(String caseNumber) {
      return mayCancel;
    }

    @Override
    public Set<String> answers(String caseNumber, CustomerQuestion question) {
      return question == CustomerQuestion.REMEDY ? Set.of("REPLACE", "REFUND") : question.answers();
    }
  }

  private final class OneCustomer implements Customers {
    @Override
    public Optional<Customer> find(String customerId) {
      return customerId.equals(ASTRID)
          ? Optional.of(
              new Customer(
                  ASTRID,
                  "Astrid Lindqvist",
                  "astrid@example.org",
                  "+46 70 000 00 01",
                  Locale.forLanguageTag("sv"),
                  "SE",
                  new Address("Storgatan 1", "111 22", "Stockholm", "SE")))
          : Optional.empty();
    }

    @Override
    public Optional<Customer> lookUp(String customerId) {
      return find(customerId);
    }

    @Override
    public void keep(List<CustomerRecord> known) {
      throw new UnsupportedOperationException("Customers are known from the start.");
    }

    @Override
    public void correct(String customerId, Correction correction) {
      corrections.add(correction);
    }
  }

  private final class Recorder implements Inbox {
    @Override
    public boolean accept(InboundMessage message) {
      return sent.stream().noneMatch(earlier -> earlier.id().equals(message.id()))
          && sent.add(message);
    }

    @Override
    public boolean report(InboundMessage message) {
      throw new UnsupportedOperationException("Customers' commands are all awaited.");
    }
  }

  private final class ToldRecorder implements Notifications {
    @Override
    public void tell(Notice notice) {
      told.add(notice);
    }

    @Override
    public List<TellLog> about(String caseNumber) {
      return List.of();
    }
  }

  private final class FixedCaller implements CurrentCaller {
    @Override
    public Caller get() {
      return caller;
    }

    @Override
    public void requireMaySee(String owner, Supplier<ProblemException> notFound) {
      if (!caller.maySeeCustomer(owner)) {
        throw notFound.get();
      }
    }
  }

  /** The contract of {@link IdempotentCommands}, as far as a controller can tell. */
  private final class OnceInMemory implements IdempotentCommands {
    private final Map<String, ResponseEntity<?>> answers = new HashMap<>();

    @Override
    public <P, T> ResponseEntity<T> once(
        String key,
        String command,
        Object request,
        Class<T> answerType,
        Supplier<P> preparation,
        Function<P, ResponseEntity<T>> execution) {
      ResponseEntity<?> answer = answers.get(key + command);
      if (answer == null) {
        P prepared = preparation.get();
        answer =
            new TransactionTemplate(database.transactions)
                .execute(status -> execution.apply(prepared));
        answers.put(key + command, answer);
      }
      return ResponseEntity.status(answer.getStatusCode())
          .headers(answer.getHeaders())
          .body(
              new ObjectMapper()
                  .findAndRegisterModules()
                  .convertValue(answer.getBody(), answerType));
    }
  }

  /** The real bundles, with placeholders filled in plainly. */
  private static final class BundleWordings implements Wordings {
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    BundleWordings() {
      messages.setBasenames("messages/cases");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
    }

    @Override
    public boolean has(String key) {
      return messages.getMessage(key, null, null, Locale.ENGLISH) != null;
    }

    @Override
    public String text(String key, Map<String, String> facts, Locale language, String country) {
      String text = messages.getMessage(key, null, null, language);
      if (text == null) {
        throw new IllegalArgumentException("No wording " + key);
      }
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        text = text.replace("{" + fact.getKey() + "}", fact.getValue());
      }
      return text;
    }

    @Override
    public String value(FactType type, String value, Locale language, String country) {
      return value;
    }
  }
}
