#include "io/iso_metadata_writer.hpp"

#include <fmt/format.h>

#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

constexpr std::string_view k_lists = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";

std::string characters(const std::string& value) {
  return fmt::format("<gco:CharacterString>{}</gco:CharacterString>", xml(value));
}

std::string code(std::string_view list, std::string_view value) {
  return fmt::format("<gmd:{0} codeList=\"{1}{0}\" codeListValue=\"{2}\">{2}</gmd:{0}>", list, k_lists,
                     value);
}

std::string date(const std::string& day) {
  if (day.empty()) return "<gco:Date gco:nilReason=\"unknown\"/>";
  return fmt::format("<gco:Date>{}</gco:Date>", xml(day));
}

std::string party(const std::string& organisation, std::string_view role) {
  return fmt::format(
      "<gmd:CI_ResponsibleParty><gmd:organisationName>{}</gmd:organisationName><gmd:role>{}</gmd:role>"
      "</gmd:CI_ResponsibleParty>",
      characters(organisation), code("CI_RoleCode", role));
}

std::string abstract_of(const ExportLayer& layer) {
  const ExportMetadata& about = layer.metadata;
  const base::Text period =
      about.period.empty() ? base::Text{} : base::text("Kỳ số liệu {}", "Period {}", {about.period});
  return base::join({about.title, about.criterion, period, about.notice}, ". ").in(layer.lang);
}

std::string reference_system(const std::string& crs) {
  if (!crs.starts_with("EPSG:")) return {};
  return fmt::format(
      "<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>"
      "<gmd:code>{}</gmd:code><gmd:codeSpace>{}</gmd:codeSpace></gmd:RS_Identifier>"
      "</gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>\n",
      characters(crs.substr(5)), characters("EPSG"));
}

std::string extent(const base::Box& box) {
  if (box.empty()) return {};
  return fmt::format(
      "<gmd:extent><gmd:EX_Extent><gmd:geographicElement><gmd:EX_GeographicBoundingBox>"
      "<gmd:westBoundLongitude><gco:Decimal>{:.6f}</gco:Decimal></gmd:westBoundLongitude>"
      "<gmd:eastBoundLongitude><gco:Decimal>{:.6f}</gco:Decimal></gmd:eastBoundLongitude>"
      "<gmd:southBoundLatitude><gco:Decimal>{:.6f}</gco:Decimal></gmd:southBoundLatitude>"
      "<gmd:northBoundLatitude><gco:Decimal>{:.6f}</gco:Decimal></gmd:northBoundLatitude>"
      "</gmd:EX_GeographicBoundingBox></gmd:geographicElement></gmd:EX_Extent></gmd:extent>\n",
      box.min_x, box.max_x, box.min_y, box.max_y);
}

std::string constraints(const std::string& licence) {
  if (licence.empty()) return {};
  return fmt::format(
      "<gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:useConstraints>{}</gmd:useConstraints>"
      "<gmd:otherConstraints>{}</gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints>\n",
      code("MD_RestrictionCode", "otherRestrictions"), characters(licence));
}

std::string language(base::Lang lang) {
  const std::string_view three_letters = lang == base::Lang::vi ? "vie" : "eng";
  return fmt::format("<gmd:language>{}</gmd:language>\n", code("LanguageCode", three_letters));
}

std::string identification(const ExportLayer& layer, const base::Box& lon_lat) {
  const ExportMetadata& about = layer.metadata;
  return fmt::format(
      "<gmd:identificationInfo><gmd:MD_DataIdentification>\n"
      "<gmd:citation><gmd:CI_Citation><gmd:title>{}</gmd:title><gmd:date><gmd:CI_Date><gmd:date>{}</gmd:date>"
      "<gmd:dateType>{}</gmd:dateType></gmd:CI_Date></gmd:date></gmd:CI_Citation></gmd:citation>\n"
      "<gmd:abstract>{}</gmd:abstract>\n<gmd:pointOfContact>{}</gmd:pointOfContact>\n{}{}"
      "<gmd:topicCategory><gmd:MD_TopicCategoryCode>society</gmd:MD_TopicCategoryCode></"
      "gmd:topicCategory>\n{}"
      "</gmd:MD_DataIdentification></gmd:identificationInfo>\n",
      characters(about.title.in(layer.lang)), date(about.date), code("CI_DateTypeCode", "creation"),
      characters(abstract_of(layer)), party(about.source.in(layer.lang), "custodian"),
      constraints(about.licence.in(layer.lang)), language(layer.lang), extent(lon_lat));
}

std::string lineage(const ExportLayer& layer) {
  const base::Text statement = base::join(
      {base::text("Nguồn: {}", "Source: {}", {layer.metadata.source}), layer.metadata.notice}, ". ");
  return fmt::format(
      "<gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:scope><gmd:DQ_Scope><gmd:level>{}</gmd:level></"
      "gmd:DQ_Scope>"
      "</gmd:scope><gmd:lineage><gmd:LI_Lineage><gmd:statement>{}</gmd:statement></gmd:LI_Lineage></"
      "gmd:lineage>"
      "</gmd:DQ_DataQuality></gmd:dataQualityInfo>\n",
      code("MD_ScopeCode", "dataset"), characters(statement.in(layer.lang)));
}

}  // namespace

std::string iso_metadata_text(const ExportLayer& layer, const base::Box& lon_lat) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gmd:MD_Metadata xmlns:gmd=\"http://www.isotc211.org/2005/gmd\" "
      "xmlns:gco=\"http://www.isotc211.org/2005/gco\">\n"
      "<gmd:fileIdentifier>{}</gmd:fileIdentifier>\n{}<gmd:characterSet>{}</gmd:characterSet>\n"
      "<gmd:hierarchyLevel>{}</gmd:hierarchyLevel>\n<gmd:contact>{}</gmd:contact>\n"
      "<gmd:dateStamp>{}</gmd:dateStamp>\n"
      "<gmd:metadataStandardName>{}</gmd:metadataStandardName>\n"
      "<gmd:metadataStandardVersion>{}</gmd:metadataStandardVersion>\n{}{}{}</gmd:MD_Metadata>\n",
      characters(layer.name), language(layer.lang), code("MD_CharacterSetCode", "utf8"),
      code("MD_ScopeCode", "dataset"), party(layer.metadata.source.in(layer.lang), "pointOfContact"),
      date(layer.metadata.date), characters("ISO 19115:2003/19139"), characters("1.0"),
      reference_system(layer.crs), identification(layer, lon_lat), lineage(layer));
}

}  // namespace ntmap::io
