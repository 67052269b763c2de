package org.aftercare.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.IdempotentCommands;
import org.aftercare.api.PageOf;
import org.aftercare.api.ProblemException;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The API of cases, for customers and for staff who act for them. */
@RestController
@RequestMapping("/api/cases")
class CasesController {

  private static final String COMMAND = "POST /api/cases/%s/%s";

  private final Cases cases;
  private final CaseViews views;
  private final CaseCommands commands;
  private final CasePhotos photos;
  private final Customers customers;
  private final CurrentCaller currentCaller;
  private final IdempotentCommands idempotent;

  CasesController(
      Cases cases,
      CaseViews views,
      CaseCommands commands,
      CasePhotos photos,
      Customers customers,
      CurrentCaller currentCaller,
      IdempotentCommands idempotent) {
    this.cases = cases;
    this.views = views;
    this.commands = commands;
    this.photos = photos;
    this.customers = customers;
    this.currentCaller = currentCaller;
    this.idempotent = idempotent;
  }

  @GetMapping("/{caseNumber}")
  @Operation(
      summary = "A case as its customer sees it: where it stands, what happened, what is asked")
  CaseView show(
      @PathVariable String caseNumber,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String acceptLanguage) {
    ServiceCase of = visible(caseNumber);
    return views.of(of, language(of, acceptLanguage));
  }

  /** A customer without the filter sees their own; staff see everybody's. */
  @GetMapping
  @Operation(summary = "Cases, newest first; a customer sees their own")
  PageOf<CaseSummary> list(
      @RequestParam(name = "customer", required = false) String customerId,
      @RequestParam(required = false) ServiceCase.Status status,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    PageOf.check(page, size);
    String owner = customerId;
    if (currentCaller.get() instanceof Caller.Customer caller) {
      owner = customerId == null ? caller.customerId() : customerId;
      currentCaller.requireMaySee(owner, () -> ProblemException.notFound("customer"));
    }
    Cases.Page found = cases.search(owner, status, page, size);
    return new PageOf<>(found.items(), found.page(), found.size(), found.total())
        .map(CaseSummary::of);
  }

  @PostMapping("/{caseNumber}/cancel")
  @Operation(summary = "Take the case back")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  ResponseEntity<CaseAnswer> cancel(
      @PathVariable String caseNumber, @RequestHeader(IdempotentCommands.HEADER) String key) {
    ServiceCase of = visible(caseNumber);
    return once(of, key, "cancel", null, by -> commands.cancel(fresh(of), by));
  }

  @PostMapping("/{caseNumber}/corrections")
  @Operation(summary = "Correct the customer's data")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  ResponseEntity<CaseAnswer> correct(
      @PathVariable String caseNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @Valid @RequestBody CorrectionRequest correction) {
    ServiceCase of = visible(caseNumber);
    return once(
        of, key, "corrections", correction, by -> commands.correct(fresh(of), by, correction));
  }

  @PostMapping("/{caseNumber}/human")
  @Operation(summary = "Ask for a person, at any time")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  ResponseEntity<CaseAnswer> human(
      @PathVariable String caseNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @Valid @RequestBody(required = false) HumanRequest request) {
    ServiceCase of = visible(caseNumber);
    String text = request == null ? null : request.text();
    return once(of, key, "human", request, by -> commands.callHuman(fresh(of), by, text));
  }

  @PostMapping("/{caseNumber}/answers")
  @Operation(summary = "Answer a question that is open")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  ResponseEntity<CaseAnswer> answer(
      @PathVariable String caseNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @Valid @RequestBody CustomerAnswer answer) {
    ServiceCase of = visible(caseNumber);
    return once(of, key, "answers", answer, by -> commands.answer(fresh(of), by, answer));
  }

  @PostMapping("/{caseNumber}/survey")
  @Operation(summary = "Say how it went, once the case is closed")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
  ResponseEntity<CaseAnswer> survey(
      @PathVariable String caseNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @Valid @RequestBody SurveyAnswer answer) {
    ServiceCase of = visible(caseNumber);
    return once(of, key, "survey", answer, by -> commands.survey(fresh(of), by, answer));
  }

  @PostMapping(path = "/{caseNumber}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(summary = "Add a photo")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  ResponseEntity<CasePhotos.Photo> addPhoto(
      @PathVariable String caseNumber,
      @RequestHeader(IdempotentCommands.HEADER) String key,
      @RequestPart("photo") MultipartFile file)
      throws IOException {
    ServiceCase of = visible(caseNumber);
    byte[] content = file.getBytes();
    return idempotent.once(
        key,
        COMMAND.formatted(of.caseNumber(), "photos"),
        sha256(content),
        CasePhotos.Photo.class,
        () -> {
          CasePhotos.Photo photo = added(of, content);
          return ResponseEntity.created(
                  URI.create("/api/cases/%s/photos/%s".formatted(of.caseNumber(), photo.photoId())))
              .body(photo);
        });
  }

  private CasePhotos.Photo added(ServiceCase of, byte[] content) {
    try {
      return commands.addPhoto(fresh(of), content);
    } catch (PhotoRefusedException refused) {
      throw CaseProblems.photo(refused);
    }
  }

  @GetMapping("/{caseNumber}/photos/{photoId}")
  @Operation(summary = "A photo of the case")
  ResponseEntity<byte[]> photo(@PathVariable String caseNumber, @PathVariable String photoId) {
    ServiceCase of = visible(caseNumber);
    return photos
        .content(of.caseNumber(), photoId)
        .map(PhotoResponse::of)
        .orElseThrow(() -> ProblemException.notFound("photo"));
  }

  private ResponseEntity<CaseAnswer> once(
      ServiceCase of,
      String key,
      String command,
      Object request,
      Consumer<CaseCommands.Command> execution) {
    CaseCommands.Command by = new CaseCommands.Command(currentCaller.get(), key);
    return idempotent.once(
        key,
        COMMAND.formatted(of.caseNumber(), command),
        request,
        CaseAnswer.class,
        () -> {
          execution.accept(by);
          return ResponseEntity.accepted().body(new CaseAnswer(of.caseNumber()));
        });
  }

  /** What belongs to others is not told from what does not exist. */
  private ServiceCase visible(String caseNumber) {
    ServiceCase found = cases.find(caseNumber).orElseThrow(CaseProblems::notFound);
    currentCaller.requireMaySee(found.customerId(), CaseProblems::notFound);
    return found;
  }

  /** As it stands in the command's own transaction. */
  private ServiceCase fresh(ServiceCase of) {
    return cases.find(of.caseNumber()).orElseThrow(CaseProblems::notFound);
  }

  private Locale language(ServiceCase of, String acceptLanguage) {
    return ReaderLanguage.of(acceptLanguage)
        .or(() -> customers.find(of.customerId()).map(Customer::language))
        .orElse(Locale.ENGLISH);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
