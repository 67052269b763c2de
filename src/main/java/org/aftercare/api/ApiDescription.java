package org.aftercare.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What the page at {@code /swagger-ui.html} says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String STAFF = "staff";
  private static final String CUSTOMER = "customer";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Aftercare")
                .version("1")
                .description(
                    """
                    Customer-service cases. Staff log in with user and password, customers with a \
                    bearer token; a customer sees only the customer's own cases. Every command \
                    needs an `Idempotency-Key`: the same key gives the same answer. Errors are \
                    problem details (RFC 9457)."""))
        .components(
            new Components()
                .addSecuritySchemes(
                    STAFF,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("A member of staff, with the user and password of Tasklist"))
                .addSecuritySchemes(
                    CUSTOMER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A customer; the token's subject is the customer number"))
                .addSchemas("Problem", problemSchema()))
        .addSecurityItem(new SecurityRequirement().addList(STAFF))
        .addSecurityItem(new SecurityRequirement().addList(CUSTOMER));
  }

  /** Says on each endpoint who may call it, from the one list that decides. */
  @Bean
  OpenApiCustomizer whoMayCall(Endpoints endpoints) {
    return api ->
        api.getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach(
                            (method, operation) -> {
                              endpoints
                                  .find(
                                      HttpMethod.valueOf(method.name()),
                                      PathContainer.parsePath(path))
                                  .ifPresent(
                                      endpoint ->
                                          operation.setDescription(
                                              described(
                                                  operation.getDescription(), endpoint.access())));
                              if (operation.getResponses() == null) {
                                operation.setResponses(new ApiResponses());
                              }
                              operation.getResponses().addApiResponse("default", problemResponse());
                            }));
  }

  private static String described(String description, Access access) {
    String who = "Who may call it: " + access.inWords() + ".";
    return description == null ? who : description + "\n\n" + who;
  }

  private static ApiResponse problemResponse() {
    return new ApiResponse()
        .description("A problem: what, where, and how to mend it")
        .content(
            new Content()
                .addMediaType(
                    org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    new MediaType()
                        .schema(new Schema<Object>().$ref("#/components/schemas/Problem"))));
  }

  private static Schema<?> problemSchema() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("urn:aftercare:problem:invalid-request"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty(
            "errors",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty(
                            "field",
                            new StringSchema()
                                .description("JSON pointer, or a parameter's or header's name"))
                        .addProperty("detail", new StringSchema())
                        .addProperty("remedy", new StringSchema())));
  }
}
