-- Puts the results into the report: the same filter for Quarto (at: pre-ast) and for pandoc.
--
--   ::: {.result name="x"} :::    becomes what results/report/x.md holds
--   ![Caption](figures/x.svg)     gets its alternative text and a link to the notebook that drew it
--   []{.newline}                  becomes a line break, which a cell of a table can't hold otherwise
--   []{.renderer}                 becomes the names of the programs that typeset this copy
--   [text]{.entity} and the like  get their look in Typst (in HTML the style sheet does it)

local folder = "results/report/"
local html = FORMAT:match("html") ~= nil
local typst = FORMAT:match("typst") ~= nil

local function read(path)
  local file = io.open(path, "rb")
  if not file then
    error(path .. ": no such file; make it with “crosscheck report”")
  end
  local text = file:read("a")
  file:close()
  return text
end

-- Fragments and figures ---------------------------------------------------------------------

local function with_results(block)
  if block.classes:includes("result") then
    local text = read(folder .. block.attributes.name .. ".md")
    return pandoc.read(text, "markdown-smart-auto_identifiers").blocks
  end
end

local figures = pandoc.json.decode(read(folder .. "figures.json"), false)

local function float_of(figure)
  local image
  figure:walk({ Image = function(found) image = image or found end })
  local known = image and figures[image.src:match("([^/]+)%.%w+$") or ""]
  if not known then
    return nil
  end
  if not known.drawn then
    return pandoc.Para({ pandoc.Emph({ pandoc.Str(known.absent) }) })
  end
  image.caption = {}
  image.identifier = ""
  image.attributes = { ["fig-alt"] = known.alt }
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long)
  caption:insert(pandoc.Space())
  caption:insert(pandoc.Span(
    { pandoc.Link("Drawn by " .. known.notebook, known.address) }, pandoc.Attr("", { "drawn-by" })))
  local id = figure.identifier ~= "" and figure.identifier or image.identifier
  return pandoc.Div({ pandoc.Para({ image }), pandoc.Para(caption) }, pandoc.Attr(id))
end

-- Looks ---------------------------------------------------------------------------------------

local looks = {}
for name in ("entity date number quotation answer differs dropped kind back verdict muted"):gmatch("%a+") do
  looks[name] = true
end

local function look_of(span)
  if span.classes:includes("newline") then
    return pandoc.LineBreak()
  end
  if span.classes:includes("renderer") then
    local version = tostring(PANDOC_VERSION)
    if quarto then
      return pandoc.Str("Quarto " .. tostring(quarto.version) .. " (pandoc " .. version .. ")")
    end
    local compiler = PANDOC_WRITER_OPTIONS.variables["typst-version"]
    return pandoc.Str("pandoc " .. version .. " and Typst " .. pandoc.layout.render(compiler))
  end
  if not typst then
    return nil
  end
  local content = pandoc.List({ span })
  for _, class in ipairs(span.classes) do
    if looks[class] then
      content:insert(1, pandoc.RawInline("typst", "#" .. class .. "["))
      content:insert(pandoc.RawInline("typst", "];"))
    elseif class:match("^verdict%-") then
      content:insert(1, pandoc.RawInline("typst", '#verdict("' .. class:sub(9) .. '")['))
      content:insert(pandoc.RawInline("typst", "];"))
    end
  end
  return content
end

-- "#link(…)[Le Point].fr" would be a field of the link: a semicolon ends it before a full stop.
local function ended(inlines)
  for at = #inlines, 2, -1 do
    local before, text = inlines[at - 1], inlines[at].text
    if before.t == "Link" and inlines[at].t == "Str" and text:match("^%.%a") then
      inlines:insert(at, pandoc.RawInline("typst", ";"))
    end
  end
  return inlines
end

local function look_of_block(div)
  for _, class in ipairs(div.classes) do
    if typst and class:match("^as%-") then
      return {
        pandoc.RawBlock("typst", "#" .. class .. "["), div, pandoc.RawBlock("typst", "]"),
      }
    end
  end
end

-- A wide table scrolls inside its own frame, which the keyboard can reach.
local function framed(table)
  if html then
    return pandoc.Div({ table }, pandoc.Attr("", { "scroll" }, {
      { "tabindex", "0" }, { "role", "group" }, { "aria-label", "Table" },
    }))
  end
end

function Pandoc(doc)
  doc = doc:walk({ Div = with_results })
  doc = doc:walk({ Figure = float_of })
  if typst then
    doc = doc:walk({ Inlines = ended })
  end
  return doc:walk({ Span = look_of, Div = look_of_block, Table = framed })
end
