package org.aftercare.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Makes the page of the API fit a phone: as it comes, it is as wide there as on a desk. */
@Component
class ApiPage extends SwaggerIndexPageTransformer {

  private static final String HEAD = "<meta charset=\"UTF-8\">";
  private static final String VIEWPORT =
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

  ApiPage(
      SwaggerUiConfigProperties configuration,
      SwaggerUiOAuthProperties oauth,
      SwaggerWelcomeCommon welcome,
      ObjectMapperProvider json) {
    super(configuration, oauth, welcome, json);
  }

  @Override
  public Resource transform(
      HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    Resource transformed = super.transform(request, resource, chain);
    if (!"index.html".equals(resource.getFilename())) {
      return transformed;
    }
    String page = transformed.getContentAsString(StandardCharsets.UTF_8);
    return new TransformedResource(
        transformed, page.replace(HEAD, HEAD + VIEWPORT).getBytes(StandardCharsets.UTF_8));
  }
}
