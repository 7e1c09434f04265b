// Linked into the static binary but never called: libcurl (FoundationNetworking, which FlyingFox
// imports), GSSAPI (libgit2's transports), ICU 72 (libxml2's converters; UTF-8 needs none).
// Zero is NULL for pointers; another code is "failed" for the rest.
#define NONE(name) __attribute__((weak)) void *name(void) { return 0; }
#define FAIL(name) __attribute__((weak)) int name(void) { return 2; }

FAIL(curl_easy_getinfo)
FAIL(curl_easy_pause)
FAIL(curl_easy_setopt)
FAIL(curl_global_init)
FAIL(curl_multi_add_handle)
FAIL(curl_multi_assign)
FAIL(curl_multi_cleanup)
FAIL(curl_multi_remove_handle)
FAIL(curl_multi_setopt)
FAIL(curl_multi_socket_action)
FAIL(curl_url_get)
FAIL(curl_url_set)
NONE(curl_easy_cleanup)
NONE(curl_easy_init)
NONE(curl_easy_strerror)
NONE(curl_free)
NONE(curl_multi_info_read)
NONE(curl_multi_init)
NONE(curl_slist_append)
NONE(curl_slist_free_all)
NONE(curl_url)
NONE(curl_version)
NONE(curl_version_info)

FAIL(gss_delete_sec_context)
FAIL(gss_display_status)
FAIL(gss_import_name)
FAIL(gss_indicate_mechs)
FAIL(gss_init_sec_context)
FAIL(gss_release_buffer)
FAIL(gss_release_name)
FAIL(gss_release_oid_set)
__attribute__((weak)) void *GSS_C_NT_HOSTBASED_SERVICE;

NONE(ucnv_open_72)
NONE(ucnv_close_72)
FAIL(UCNV_FROM_U_CALLBACK_STOP_72)
FAIL(UCNV_TO_U_CALLBACK_STOP_72)
FAIL(ucnv_convertEx_72)
FAIL(ucnv_setFromUCallBack_72)
FAIL(ucnv_setToUCallBack_72)
