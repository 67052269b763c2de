package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.aftercare.api.Caller;
import org.aftercare.api.ProblemException;
import org.aftercare.customers.Customers;
import org.aftercare.engine.InboundMessage;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Recipient;
import org.aftercare.systems.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class CasesControllerTest {

  private static final Instant MONDAY_TEN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Caller.Staff FRIDA = new Caller.Staff("frida", Set.of("front-office"));

  private final MovableClock clock = new MovableClock(MONDAY_TEN);
  private final TestApi api = new TestApi(clock);
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(api.controller)
          .setControllerAdvice(new Problems())
          .setMessageConverters(
              new ByteArrayHttpMessageConverter(),
              new MappingJackson2HttpMessageConverter(
                  Jackson2ObjectMapperBuilder.json()
                      .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                      .build()))
          .build();
  private String number;

  @BeforeEach
  void openCase() {
    number = api.database.openWarrantyCase(TestApi.ASTRID).caseNumber();
  }

  @Test
  void showsStatusAndTimelineInTheAskedLanguage() throws Exception {
    api.cases.record(number, "internal.deadline.warning", Map.of());

    mvc.perform(get("/api/cases/" + number).header("Accept-Language", "pl"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.caseNumber").value(number))
        .andExpect(jsonPath("$.status").value("OPEN"))
        .andExpect(jsonPath("$.mayCancel").value(true))
        .andExpect(jsonPath("$.surveyOpen").value(false))
        .andExpect(jsonPath("$.timeline", hasSize(1)))
        .andExpect(jsonPath("$.timeline[0].text").value("Przyjęliśmy Twoją sprawę."));
  }

  @Test
  void fallsBackToTheCustomersLanguageThenEnglish() throws Exception {
    mvc.perform(get("/api/cases/" + number))
        .andExpect(jsonPath("$.timeline[0].text").value("Vi har tagit emot ditt ärende."));

    api.caller = FRIDA;
    String unknownCustomers = api.database.openWarrantyCase("C-9999").caseNumber();
    mvc.perform(get("/api/cases/" + unknownCustomers))
        .andExpect(jsonPath("$.timeline[0].text").value("We have received your case."));
  }

  @Test
  void anEventWithoutWordingHidesNoOther() throws Exception {
    api.cases.record(number, "unheard-of", Map.of());

    mvc.perform(get("/api/cases/" + number).header("Accept-Language", "en"))
        .andExpect(
            jsonPath("$.timeline[1].text").value("We have taken a further step in your case."));
  }

  @Test
  void readsNumbersAsPeopleTypeThem() throws Exception {
    mvc.perform(get("/api/cases/" + number.toLowerCase().replace("-", "")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.caseNumber").value(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/photos/x"})
  void othersCasesLookAsIfTheyDidNotExist(String path) throws Exception {
    api.caller = new Caller.Customer(TestApi.BO);
    String others =
        mvc.perform(get("/api/cases/" + number + path))
            .andExpect(status().isNotFound())
            .andReturn()
            .getResponse()
            .getContentAsString();

    mvc.perform(get("/api/cases/W-2222-2222" + path))
        .andExpect(status().isNotFound())
        .andExpect(content().json(others.replace(number, "W-2222-2222")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel |",
        "human | {}",
        "corrections | {\"name\": \"Bo\"}",
        "answers | {\"question\": \"LOANER\", \"answer\": \"YES\"}",
        "survey | {\"competence\": 5, \"treatment\": 5, \"addedValue\": 5, \"solved\": true}"
      })
  void nobodyCommandsOthersCases(String command, String body) throws Exception {
    api.caller = new Caller.Customer(TestApi.BO);

    send(command, "k1", body).andExpect(status().isNotFound());

    assertThat(api.sent).isEmpty();
    assertThat(api.events(number)).containsExactly("case.opened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "human", "corrections", "answers", "survey"})
  void everyCommandNeedsAKey(String command) throws Exception {
    mvc.perform(
            post("/api/cases/" + number + "/" + command)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"))
        .andExpect(status().isBadRequest());
    assertThat(api.sent).isEmpty();
  }

  @Test
  void listsACustomersOwnCasesOnly() throws Exception {
    api.database.openWarrantyCase(TestApi.BO);

    mvc.perform(get("/api/cases"))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[*].caseNumber", contains(number)));
    mvc.perform(get("/api/cases?customer=" + TestApi.BO)).andExpect(status().isNotFound());
  }

  @Test
  void listsForStaffInPages() throws Exception {
    api.caller = FRIDA;
    api.database.openWarrantyCase(TestApi.BO);

    mvc.perform(get("/api/cases?size=1&page=1"))
        .andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.page").value(1))
        .andExpect(jsonPath("$.items", hasSize(1)));
    mvc.perform(get("/api/cases?customer=" + TestApi.ASTRID + "&status=OPEN"))
        .andExpect(jsonPath("$.items[*].caseNumber", contains(number)));
    mvc.perform(get("/api/cases?status=CLOSED")).andExpect(jsonPath("$.total").value(0));
  }

  @ParameterizedTest
  @CsvSource({
    "size=0, 422",
    "size=101, 422",
    "page=-1, 422",
    "status=ASLEEP, 400",
    "page=many, 400"
  })
  void refusesNonsenseInLists(String query, int status) throws Exception {
    mvc.perform(get("/api/cases?" + query)).andExpect(status().is(status));
  }

  @Test
  void cancelsOnceUnderOneKey() throws Exception {
    send("cancel", "k1", null)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.caseNumber").value(number));
    send("cancel", "k1", null).andExpect(status().isAccepted());

    assertThat(api.sent)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.source()).isEqualTo("customer");
              assertThat(message.name()).isEqualTo("CustomerCancelled");
              assertThat(message.caseNumber()).isEqualTo(number);
              assertThat(message.id()).startsWith(number + "/").doesNotContain(TestApi.ASTRID);
            });
    assertThat(api.events(number)).containsExactly("case.opened", "case.cancel-wanted");
  }

  @Test
  void messagesOfTwoCallersUnderOneKeyAreTwo() throws Exception {
    send("human", "k1", "{}");
    api.caller = FRIDA;
    mvc.perform(
        post("/api/cases/" + number + "/cancel")
            .header("Idempotency-Key", "k1")
            .contentType(MediaType.APPLICATION_JSON));

    assertThat(api.sent).extracting(InboundMessage::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void itMayBeTooLateToCancel() throws Exception {
    api.mayCancel = false;

    send("cancel", "k1", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("/human")));
    assertThat(api.sent).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel |",
        "corrections | {\"name\": \"Bo\"}",
        "answers | {\"question\": \"LOANER\", \"answer\": \"YES\"}"
      })
  void aClosedCaseSaysWhatToDoInstead(String command, String body) throws Exception {
    api.awaited.add("LoanerAnswered");
    api.cases.close(number, "REPAIRED");

    send(command, "k1", body)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("POST /api/cases/" + number + "/human")));
    assertThat(api.sent).isEmpty();
  }

  @Test
  void correctsInTheSameBreathAsItTellsTheProcess() throws Exception {
    send(
            "corrections",
            "k1",
            """
            {"email": "astrid@new.example", "language": "en",
             "address": {"street": "Nygatan 2", "postalCode": "222 33", "city": "Lund", "country": "SE"}}
            """)
        .andExpect(status().isAccepted());

    assertThat(api.corrections)
        .containsExactly(
            new Customers.Correction(
                null,
                "astrid@new.example",
                null,
                "en",
                new Address("Nygatan 2", "222 33", "Lund", "SE")));
    assertThat(api.sent).extracting(InboundMessage::name).containsExactly("DataCorrected");
    assertThat(api.sent.get(0).variables()).isEmpty();
    assertThat(api.events(number)).containsExactly("case.opened", "case.data-corrected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\": \"nobody\"}",
        "{\"phone\": \"call me\"}",
        "{\"language\": \"xx\"}",
        "{\"name\": \"  \"}",
        "{\"name\": \"A\\nBcc: all\"}",
        "{\"address\": {\"street\": \"Nygatan 2\"}}",
        "{\"name\": 7, \"address\": 8}",
        "not JSON"
      })
  void refusesWrongCorrections(String body) throws Exception {
    send("corrections", "k1", body).andExpect(status().isBadRequest());

    assertThat(api.corrections).isEmpty();
    assertThat(api.sent).isEmpty();
  }

  @Test
  void refusesToCorrectNothing() throws Exception {
    send("corrections", "k1", "{}").andExpect(status().isUnprocessableEntity());
  }

  @Test
  void callsAHumanAndKeepsTheWordsInTheNotes() throws Exception {
    send("human", "k1", "{\"text\": \" Ring mig efter fem \"}").andExpect(status().isAccepted());

    assertThat(api.cases.notes(number))
        .containsExactly(new Cases.Note(MONDAY_TEN, "customer", "human", "Ring mig efter fem"));
    assertThat(api.sent)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.name()).isEqualTo("HumanWanted");
              assertThat(message.variables()).isEmpty();
            });
    assertThat(api.told).isEmpty();
  }

  @Test
  void aHumanNeedsNoWords() throws Exception {
    mvc.perform(post("/api/cases/" + number + "/human").header("Idempotency-Key", "k1"))
        .andExpect(status().isAccepted());
    assertThat(api.sent).hasSize(1);
    assertThat(api.cases.notes(number)).isEmpty();
  }

  @Test
  void staffActForCustomersUnderTheirOwnName() throws Exception {
    api.caller = FRIDA;

    send("human", "k1", "{\"text\": \"Kunden ringde\"}").andExpect(status().isAccepted());

    assertThat(api.cases.notes(number)).extracting(Cases.Note::author).containsExactly("frida");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereNoProcessCanHandOverTheFrontOfficeIsTold(boolean closed) throws Exception {
    if (closed) {
      api.cases.close(number, "REPAIRED");
    } else {
      api.cases.status(number, ServiceCase.Status.WITH_PERSON);
    }

    send("human", "k1", "{\"text\": \"Den är trasig igen\"}").andExpect(status().isAccepted());

    assertThat(api.sent).isEmpty();
    assertThat(api.told)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.to()).isEqualTo(new Recipient.ToTeam("front-office"));
              assertThat(notice.template()).isEqualTo("case.human-wanted");
            });
    assertThat(api.cases.notes(number)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"REPAIRED, true", "DUPLICATE, false"})
  void theFlowSaysWhichEndsAreAskedAbout(String outcome, boolean asked) throws Exception {
    api.cases.close(number, outcome);

    mvc.perform(get("/api/cases/" + number)).andExpect(jsonPath("$.surveyOpen").value(asked));
  }

  @Test
  void aPersonForAClosedCaseIsATaskOfItsOwn() throws Exception {
    api.cases.close(number, "REPAIRED");

    send("human", "k1", "{}").andExpect(status().isAccepted());

    assertThat(api.tasks).containsExactly(number);
  }

  @Test
  void whoAsksForAPersonAgainIsHeardButNotHandedOverTwice() throws Exception {
    send("human", "k1", "{}").andExpect(status().isAccepted());
    send("human", "k2", "{}").andExpect(status().isAccepted());

    assertThat(api.sent).extracting(InboundMessage::name).containsExactly("HumanWanted");
    assertThat(api.told).extracting(Notice::template).containsExactly("case.human-wanted");
    assertThat(api.tasks).isEmpty();

    api.cases.status(number, ServiceCase.Status.WITH_PERSON);
    api.cases.status(number, ServiceCase.Status.OPEN);
    send("human", "k3", "{}").andExpect(status().isAccepted());

    assertThat(api.sent).hasSize(2);
  }

  @Test
  void tenMegabytesOfTextAreTooMuch() throws Exception {
    send("human", "k1", "{\"text\": \"" + "x".repeat(10_000_000) + "\"}")
        .andExpect(status().isBadRequest());
    assertThat(api.cases.notes(number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOANER, YES, LoanerAnswered, loanerWanted, true",
    "LOANER, NO, LoanerAnswered, loanerWanted, false",
    "REPAIR_WORKS, NO, RepairConfirmed, works, false",
    "QUOTE, YES, QuoteAnswered, quoteAccepted, true",
    "REMEDY, REFUND, RemedyChosen, remedy, REFUND",
    "PROOF, PROVIDED, ProofProvided, ,",
    "EVIDENCE, PROVIDED, EvidenceProvided, ,",
    "APPEAL, APPEALED, AppealLodged, ,"
  })
  void passesAnswersOnToTheProcess(
      String question, String answer, String message, String variable, String value)
      throws Exception {
    api.awaited.add(message);

    send(
            "answers",
            "k1",
            "{\"question\": \"%s\", \"answer\": \"%s\", \"text\": \"tack\"}"
                .formatted(question, answer))
        .andExpect(status().isAccepted());

    InboundMessage sent = api.sent.get(0);
    assertThat(sent.name()).isEqualTo(message);
    if (variable == null) {
      assertThat(sent.variables()).isEmpty();
    } else {
      assertThat(sent.variables()).hasSize(1);
      assertThat(sent.variables().get(variable)).hasToString(value);
    }
    assertThat(api.cases.notes(number))
        .extracting(Cases.Note::about)
        .containsExactly("answer." + question);
    assertThat(api.cases.timeline(number))
        .contains(
            new Cases.TimelineEntry(MONDAY_TEN, "case.answered", Map.of("question", question)));
  }

  @Test
  void anAnswerSentAgainUnderAnotherKeyDoesNotAnswerTheNextTime() throws Exception {
    api.awaited.add("RepairConfirmed");
    String yes = "{\"question\": \"REPAIR_WORKS\", \"answer\": \"YES\"}";
    send("answers", "k1", yes).andExpect(status().isAccepted());

    send("answers", "k2", yes)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("REPAIR_WORKS")));
    assertThat(api.sent).hasSize(1);

    api.round++;
    send("answers", "k3", yes).andExpect(status().isAccepted());
    assertThat(api.sent).hasSize(2);
  }

  @Test
  void listsWhatIsAskedWithTheFlowsAnswers() throws Exception {
    api.awaited.addAll(Set.of("RemedyChosen", "HumanWanted"));

    mvc.perform(get("/api/cases/" + number))
        .andExpect(jsonPath("$.openQuestions", hasSize(1)))
        .andExpect(jsonPath("$.openQuestions[0].question").value("REMEDY"))
        .andExpect(jsonPath("$.openQuestions[0].answers", contains("REFUND", "REPLACE")));
  }

  @Test
  void refusesAnswersToWhatIsNotAsked() throws Exception {
    send("answers", "k1", "{\"question\": \"LOANER\", \"answer\": \"YES\"}")
        .andExpect(status().isConflict());
    assertThat(api.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REPAIR", "repair", "42"})
  void refusesAnswersThatTheFlowDoesNotAllow(String answer) throws Exception {
    api.awaited.add("RemedyChosen");

    send("answers", "k1", "{\"question\": \"REMEDY\", \"answer\": \"%s\"}".formatted(answer))
        .andExpect(status().isUnprocessableEntity());
    assertThat(api.sent).isEmpty();
  }

  @Test
  void takesTheSurveyOnce() throws Exception {
    api.cases.close(number, "REPAIRED");
    api.awaited.add("SurveyAnswered");
    api.database.published.clear();
    clock.advance(Duration.ofDays(30));
    mvc.perform(get("/api/cases/" + number)).andExpect(jsonPath("$.surveyOpen").value(true));

    send("survey", "k1", SURVEY).andExpect(status().isAccepted());

    assertThat(api.database.published)
        .containsExactly(
            new SurveyReceived(number, "warranty-claim", 5, 4, 3, true, clock.instant()));
    assertThat(api.cases.notes(number))
        .extracting(Cases.Note::about, Cases.Note::text)
        .containsExactly(tuple("survey", "Tack!"));
    assertThat(api.sent).extracting(InboundMessage::name).containsExactly("SurveyAnswered");
    mvc.perform(get("/api/cases/" + number)).andExpect(jsonPath("$.surveyOpen").value(false));
    send("survey", "k2", SURVEY).andExpect(status().isConflict());
  }

  @Test
  void aProcessThatIsOverIsNotToldOfTheSurvey() throws Exception {
    api.cases.close(number, "REPAIRED");

    send("survey", "k1", SURVEY).andExpect(status().isAccepted());

    assertThat(api.sent).isEmpty();
  }

  @Test
  void theSurveyIsAboutClosedCasesAndEndsAfterThirtyDays() throws Exception {
    send("survey", "k1", SURVEY).andExpect(status().isConflict());
    api.cases.close(number, "REPAIRED");
    clock.advance(Duration.ofDays(30).plusSeconds(1));
    send("survey", "k2", SURVEY).andExpect(status().isConflict());
    assertThat(api.events(number)).containsExactly("case.opened", "case.closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"competence\": 0, \"treatment\": 4, \"addedValue\": 3, \"solved\": true}",
        "{\"competence\": 6, \"treatment\": 4, \"addedValue\": 3, \"solved\": true}",
        "{\"competence\": 5, \"treatment\": 4, \"addedValue\": 3}",
        "{\"competence\": \"good\", \"treatment\": 4, \"addedValue\": 3, \"solved\": true}"
      })
  void refusesWrongSurveys(String body) throws Exception {
    api.cases.close(number, "REPAIRED");

    send("survey", "k1", body).andExpect(status().isBadRequest());
  }

  @Test
  void keepsAPhotoAndGivesItBackHarmless() throws Exception {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    String location =
        mvc.perform(photo("k1", jpeg))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.mediaType").value("image/jpeg"))
            .andReturn()
            .getResponse()
            .getHeader("Location");
    mvc.perform(photo("k1", jpeg)).andExpect(status().isCreated());

    mvc.perform(get("/api/cases/" + number)).andExpect(jsonPath("$.photos", hasSize(1)));
    mvc.perform(get(location))
        .andExpect(status().isOk())
        .andExpect(content().contentType("image/jpeg"))
        .andExpect(content().bytes(jpeg))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
    assertThat(api.events(number)).containsExactly("case.opened", "case.photo-added");
  }

  @Test
  void refusesWhatIsNoPhoto() throws Exception {
    mvc.perform(photo("k1", "<svg/>".getBytes())).andExpect(status().isUnprocessableEntity());
    assertThat(api.events(number)).containsExactly("case.opened");
  }

  private static final String SURVEY =
      "{\"competence\": 5, \"treatment\": 4, \"addedValue\": 3, \"solved\": true, \"comment\": \"Tack!\"}";

  private ResultActions send(String command, String key, String body) throws Exception {
    return mvc.perform(
        post("/api/cases/" + number + "/" + command)
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body == null ? "" : body));
  }

  private RequestBuilder photo(String key, byte[] content) {
    return multipart("/api/cases/" + number + "/photos")
        .file(new MockMultipartFile("photo", "whatever.gif", "image/gif", content))
        .header("Idempotency-Key", key);
  }

  /** How problems become answers is the API module's; here their status and detail are enough. */
  @RestControllerAdvice
  static class Problems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ProblemException problem) {
      return ResponseEntity.of(
              ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage()))
          .build();
    }
  }
}
