-- For pandoc: ends a section of upright or broad A4 pages where our page says so. The foot of the
-- pages is the first part that pandoc adds to its own eight, rId9.
local sizes = {
  upright = '<w:pgSz w:w="11906" w:h="16838"/>',
  broad = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
}

function Div(element)
  if element.classes[1] == 'break' then
    return pandoc.RawBlock('openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  end
  local size = sizes[element.classes[1]]
  if not size then return nil end
  return pandoc.RawBlock('openxml',
    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr>'
    .. '<w:footerReference w:type="default" r:id="rId9"/>' .. size
    .. '<w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1021" w:header="567"'
    .. ' w:footer="567" w:gutter="0"/></w:sectPr></w:pPr></w:p>')
end
