-- For pandoc: what our page says of pages, tables and lists, in Word's own words.

-- A section of upright or broad A4 pages ends here. The foot of the pages is the first part that
-- pandoc adds to its own eight, rId9.
local sizes = {
  upright = '<w:pgSz w:w="11906" w:h="16838"/>',
  broad = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
}

local function section(size)
  return pandoc.RawBlock('openxml',
    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr>'
    .. '<w:footerReference w:type="default" r:id="rId9"/>' .. size
    .. '<w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1021" w:header="567"'
    .. ' w:footer="567" w:gutter="0"/></w:sectPr></w:pPr></w:p>')
end

-- The cells of a table of many columns have small letters.
local small = {
  Plain = function(element)
    return pandoc.Div({pandoc.Para(element.content)}, {['custom-style'] = 'Dense'})
  end
}

local dense = {
  Table = function(element)
    local result = pandoc.walk_block(element, small)
    result.caption = element.caption
    return result
  end
}

-- pandoc gives the items of lists the small letters of tables, but not where they are paragraphs.
local readable = {
  Plain = function(element) return pandoc.Para(element.content) end
}

local function list(element) return pandoc.walk_block(element, readable) end

return {
  {
    BulletList = list,
    OrderedList = list,
    Div = function(element)
      local class = element.classes[1]
      if class == 'dense' then return pandoc.walk_block(element, dense).content end
      if class == 'break' then
        return pandoc.RawBlock('openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
      end
      if sizes[class] then return section(sizes[class]) end
    end
  },
  {
    -- Word takes two tables for one where no paragraph is between them.
    Table = function(element)
      return {
        element,
        pandoc.RawBlock('openxml', '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>')
      }
    end
  }
}
