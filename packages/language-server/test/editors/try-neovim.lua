-- What a person does in Neovim, without the person: opens cell.omni, looks, completes, fixes, renames, formats. Writes what
-- came of it as JSON to the file named by OMEGA_TRIED. Runs behind a configuration of the guide.
local tried = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then error("waited in vain for " .. what) end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

--- Puts the cursor on the first letter of `word`.
local function go_to(word)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. word, "cW") > 0, word .. " is not there")
end

--- Runs `action` and waits until it has changed the text.
local function changing(what, action)
  local before = text()
  action()
  wait(what, function() return text() ~= before end)
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), "\n")
    end
  end
end

local function run()
  vim.cmd("edit cell.omni")
  tried.filetype = vim.bo.filetype

  wait("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  tried.diagnostics = vim.tbl_map(function(found)
    return { line = found.lnum + 1, message = found.message, code = found.code }
  end, vim.diagnostic.get(0))

  tried.commentstring = vim.bo.commentstring

  go_to("Distance")
  vim.lsp.buf.hover()
  wait("hover", floating_text)
  tried.hover = floating_text()

  go_to("Distanse")
  vim.fn.cursor(vim.fn.line("."), vim.fn.col(".") + #"Distanse")
  local parameters = vim.lsp.util.make_position_params(0, "utf-16")
  local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", parameters, 20000)
  for _, answer in pairs(answers or {}) do
    tried.completion = vim.tbl_map(function(item) return item.label end, answer.result)
  end

  if vim.fn.has("nvim-0.8") == 1 then
    go_to("Distanse")
    changing("the fix", function()
      vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
    end)
    tried.fixed = text()
  end

  if vim.fn.has("nvim-0.9") == 1 then
    go_to("StopMachine")
    local line, column = vim.fn.line(".") - 1, vim.fn.col(".") - 1
    local function token()
      return vim.lsp.semantic_tokens.get_at_pos(0, line, column)[1]
    end
    wait("semantic tokens", token)
    tried.token = token().type
  end

  if vim.fn.has("nvim-0.11") == 1 then
    wait("inlay hints", function() return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0 end)
    tried.hint = vim.lsp.inlay_hint.get({ bufnr = 0 })[1].inlay_hint.label
  end

  go_to("Distance")
  changing("the new name", function() vim.lsp.buf.rename("Gap") end)
  tried.renamed = text()

  changing("formatting", function()
    if vim.lsp.buf.format then vim.lsp.buf.format() else vim.lsp.buf.formatting_sync() end
  end)
  tried.formatted = text()
end

local isDone, problem = pcall(run)
if not isDone then tried.problem = tostring(problem) end
vim.fn.writefile({ vim.json and vim.json.encode(tried) or vim.fn.json_encode(tried) }, vim.env.OMEGA_TRIED)
vim.cmd("qall!")
