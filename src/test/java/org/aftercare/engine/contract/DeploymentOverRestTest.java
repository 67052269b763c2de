package org.aftercare.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.aftercare.testing.WebTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole product, with its own models deployed, guards what is deployed over REST. */
@WebTest
class DeploymentOverRestTest {

  private static final String BOUNDARY = "----models";

  @LocalServerPort private int port;
  @Autowired private RepositoryService repository;

  @Test
  void theProductsOwnModelsAreDeployed() {
    assertThat(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("warranty-claim")
                .latestVersion()
                .count())
        .isEqualTo(1);
  }

  @Test
  void aModelThatBreaksTheContractIsRefusedWithEveryFinding() throws Exception {
    long before = repository.createDeploymentQuery().count();

    HttpResponse<String> answer = deploy(new OrderModels().text("pack.bpmn"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Nothing was deployed")
        .contains("pack.bpmn: TellWarehouse")
        .contains("There is no delegate bean tell.")
        .contains("Remedy:");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void aModelThatKeepsTheContractIsDeployed() throws Exception {
    HttpResponse<String> answer =
        deploy(new OrderModels().text("pack.bpmn").replace("${tell}", "${closeCase}"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String deployed =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("pack")
            .singleResult()
            .getDeploymentId();
    repository.deleteDeployment(deployed, true);
  }

  @Test
  void aFormThatNoLongerAsksForWhatACaseGoesOnIsRefusedAlone() throws Exception {
    String form;
    try (var stream = getClass().getResourceAsStream("/bpmn/shared/talk-to-customer.form")) {
      form = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    long before = repository.createDeploymentQuery().count();

    HttpResponse<String> answer =
        deploy("talk-to-customer.form", form.replace("\"handOver\"", "\"country\""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body())
        .contains("hand-over.bpmn: TalkToCustomer")
        .contains("can be completed without handOver")
        .contains("Remedy:");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  private HttpResponse<String> deploy(String model) throws Exception {
    return deploy("pack.bpmn", model);
  }

  private HttpResponse<String> deploy(String file, String model) throws Exception {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\npacking\r\n--%s\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, BOUNDARY, file, model, BOUNDARY);
    String login =
        Base64.getEncoder().encodeToString("admin:Kylskap-2026".getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
