# The end-to-end check of the HTTP runner: a thin wrapper around scripts/http-e2e.ts. Port 0 takes a free one.
param(
    [string]$BindHost = "127.0.0.1",
    [int]$Port = 0,
    [int]$RateLimit = 5
)
$ErrorActionPreference = "Stop"
Push-Location (Join-Path $PSScriptRoot "..")
try {
    & npx tsx scripts/http-e2e.ts --host $BindHost --port $Port --rate-limit $RateLimit
    $status = $LASTEXITCODE
} finally {
    Pop-Location
}
exit $status
