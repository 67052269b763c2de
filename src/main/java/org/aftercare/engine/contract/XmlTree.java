package org.aftercare.engine.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model file as plain XML: for rules about everything that is written in it. */
final class XmlTree {

  private final Document document;

  private XmlTree(Document document) {
    this.document = document;
  }

  static XmlTree parse(ModelFile file) throws UnreadableModelException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      // A document type could read files of the server or blow up; models need none.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new XmlTree(builder.parse(new ByteArrayInputStream(file.content())));
    } catch (SAXException e) {
      throw new UnreadableModelException(e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("No XML can be read", e);
    }
  }

  /** Every element, the root first. */
  void forEach(Consumer<Element> consumer) {
    visit(document.getDocumentElement(), consumer);
  }

  private static void visit(Element element, Consumer<Element> consumer) {
    consumer.accept(element);
    children(element).forEach(child -> visit(child, consumer));
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    NamedNodeMap nodes = element.getAttributes();
    for (int i = 0; i < nodes.getLength(); i++) {
      attributes.add((Attr) nodes.item(i));
    }
    return attributes;
  }

  /** The text directly in an element that has no element in it; empty otherwise. */
  static String ownText(Element element) {
    return children(element).isEmpty() ? element.getTextContent().strip() : "";
  }

  /** The nearest element with an id, the element itself included. */
  static Element withId(Element element) {
    Node node = element;
    while (node instanceof Element candidate) {
      if (candidate.hasAttribute("id") && !candidate.getLocalName().endsWith("EventDefinition")) {
        return candidate;
      }
      node = node.getParentNode();
    }
    return element;
  }
}
