-- Cross-references as Quarto makes them, for pandoc alone: numbers floats and sections, and turns
-- @fig-…, @tbl-… and @sec-… into links. A reference to what is not there is an error.

local html = FORMAT:match("html") ~= nil
local names = { fig = "Figure", tbl = "Table", sec = "Section" }
local numbers = {}

local function kind_of(id)
  local kind = id:match("^(%a+)%-")
  return names[kind] and kind
end

local function number_sections(doc)
  local blocks = pandoc.utils.make_sections(true, nil, doc.blocks)
  blocks:walk({
    Div = function(div)
      if div.classes:includes("section") then
        numbers[div.identifier] = div.attributes.number
      end
    end,
  })
  doc.blocks:walk({
    Header = function(header)
      numbers[header.identifier] = header.attributes.number or numbers[header.identifier]
    end,
  })
end

local counts = { fig = 0, tbl = 0 }

local function html_float(div, kind, caption)
  local id = div.identifier .. "-caption"
  local label = names[kind] .. "\u{a0}" .. numbers[div.identifier] .. ": "
  local inlines = pandoc.utils.blocks_to_inlines({ caption })
  inlines:insert(1, pandoc.Str(label))
  local figcaption = pandoc.List({
    pandoc.RawBlock("html", '<figcaption id="' .. id .. '">'),
    pandoc.Plain(inlines),
    pandoc.RawBlock("html", "</figcaption>"),
  })
  local body = pandoc.List({ pandoc.Div(div.content, pandoc.Attr("", {}, { { "aria-describedby", id } })) })
  local inside = kind == "tbl" and figcaption .. body or body .. figcaption
  inside:insert(1, pandoc.RawBlock("html", '<figure class="quarto-float-' .. kind .. '">'))
  inside:insert(pandoc.RawBlock("html", "</figure>"))
  return pandoc.Div(inside, pandoc.Attr(div.identifier, { "quarto-float" }))
end

local function typst_float(div, kind, caption)
  local blocks = pandoc.List({ pandoc.RawBlock("typst", "#figure([") })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("typst", "], caption: figure.caption(position: "
    .. (kind == "tbl" and "top" or "bottom") .. ", ["))
  blocks:insert(caption)
  blocks:insert(pandoc.RawBlock("typst", ']), kind: "quarto-float-' .. kind .. '", supplement: "'
    .. names[kind] .. '")\n<' .. div.identifier .. ">"))
  return blocks
end

local function float(div)
  local kind = kind_of(div.identifier)
  if kind ~= "fig" and kind ~= "tbl" then
    return nil
  end
  counts[kind] = counts[kind] + 1
  numbers[div.identifier] = tostring(counts[kind])
  div.content = div.content:walk({
    Image = function(image)
      local alt = image.attributes["fig-alt"]
      image.attributes["fig-alt"] = nil
      if html then
        image.caption = { pandoc.Str(alt or "") }
        image.attributes.role = "img"
        image.attributes["aria-label"] = alt
        return image
      end
      -- pandoc's own Typst writer leaves the alternative text out.
      local said = (alt or ""):gsub('[\\"]', "\\%0")
      return pandoc.RawInline("typst", '#box(image("' .. image.src .. '", alt: "' .. said .. '"))')
    end,
  })
  local caption = div.content:remove()
  return (html and html_float or typst_float)(div, kind, caption)
end

local function reference(cite)
  local id = cite.citations[1].id
  local kind = kind_of(id)
  if not kind then
    return nil
  end
  if not numbers[id] then
    error("@" .. id .. ": the report has no such section, figure or table")
  end
  if html then
    local said = names[kind] .. "\u{a0}" .. numbers[id]
    return pandoc.Link(said, "#" .. id, "", pandoc.Attr("", { "quarto-xref" }))
  end
  return pandoc.RawInline("typst", "#ref(<" .. id .. ">, supplement: [" .. names[kind] .. "])")
end

function Pandoc(doc)
  number_sections(doc)
  doc = doc:walk({ Div = float })
  return doc:walk({ Cite = reference })
end
